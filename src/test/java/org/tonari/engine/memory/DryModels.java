package org.tonari.engine.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.Attention.FullAttention;
import org.tonari.domain.model.Attention.GatedDelta;
import org.tonari.domain.model.Attention.Heads;
import org.tonari.domain.model.Attention.LatentAttention;
import org.tonari.domain.model.Attention.SlidingWindowAttention;
import org.tonari.domain.model.Attention.StateSpace;
import org.tonari.domain.model.FeedForward;
import org.tonari.domain.model.FeedForward.Dense;
import org.tonari.domain.model.FeedForward.MixtureOfExperts;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.model.LanguageModel.Details;
import org.tonari.domain.model.LanguageModel.OutputHead;
import org.tonari.domain.model.LayerGroup;
import org.tonari.explain.Source;
import org.tonari.units.Tokens;

/// The shapes that llama.cpp's dry allocations were made with.
final class DryModels {
    private static final Source SOURCE = Source.of(Source.Kind.DERIVED, "a file with this shape and random weights");

    private DryModels() {}

    /// @param name of the file, with or without the weight format at its end
    static LanguageModel of(String name) {
        if (name.startsWith("family-")) {
            return FamilyModels.of(name.substring("family-".length()));
        }
        String shape = name.toLowerCase(Locale.ROOT)
                .replaceFirst("\\.gguf$", "")
                .replaceFirst("^s-", "")
                .replaceFirst("-(q4[_-]0|q8[_-]0|q4[_-]k|f16)$", "");
        return switch (shape) {
            case "llama-260m" -> llama(12, 1024, heads(16, 4, 64), 4096, 32_000);
            case "llama-3.2-1b-like" -> llama(16, 2048, heads(32, 8, 64), 8192, 128_256);
            case "llama-3.1-8b-like" -> llama(32, 4096, heads(32, 8, 128), 14_336, 128_256);
            case "llama-3.1-70b-like" -> llama(80, 8192, heads(64, 8, 128), 28_672, 128_256);
            case "qwen2-like" -> uniform("qwen2", 28, 3584, heads(28, 4, 128), new Dense(18_944, 3), 152_064);
            case "mixtral-like" ->
                uniform("llama", 32, 4096, heads(32, 8, 128), experts(8, 2, 14_336, 4096, 0), 32_000);
            case "qwen3-0.6b-like" -> uniform("qwen3", 28, 1024, heads(16, 8, 128), new Dense(3072, 3), 151_936);
            case "qwen3-32b-like" -> uniform("qwen3", 64, 5120, heads(64, 8, 128), new Dense(25_600, 3), 151_936);
            case "qwen3moe-mini" ->
                uniform("qwen3moe", 8, 1024, heads(16, 4, 128), experts(32, 4, 512, 1024, 0), 151_936);
            case "qwen3-30b-a3b-like" ->
                uniform("qwen3moe", 48, 2048, heads(32, 4, 128), experts(128, 8, 768, 2048, 0), 151_936);
            case "qwen3-235b-a22b-like" ->
                uniform("qwen3moe", 94, 4096, heads(64, 4, 128), experts(128, 8, 1536, 4096, 0), 151_936);
            case "gemma3-270m" -> gemma3(18, 640, heads(4, 1, 256), 512, 2048);
            case "gemma3-1b-like" -> gemma3(26, 1152, heads(4, 1, 256), 512, 6912);
            case "gemma3-27b-like" -> gemma3(62, 5376, heads(32, 16, 128), 1024, 21_504);
            case "gpt-oss-mini" -> gptOss(12, 1440, heads(32, 8, 64), experts(16, 4, 1440, 1440, 0));
            case "gpt-oss-20b-like" -> gptOss(24, 2880, heads(64, 8, 64), experts(32, 4, 2880, 2880, 0));
            case "gpt-oss-120b-like" -> gptOss(36, 2880, heads(64, 8, 64), experts(128, 4, 2880, 2880, 0));
            case "deepseek2-mla-mini" ->
                deepseek(
                        8,
                        1,
                        1024,
                        new LatentAttention(16, 512, 512, 64, 128, 128),
                        4096,
                        experts(16, 4, 512, 1024, 512),
                        102_400);
            case "deepseek-v3-like" ->
                deepseek(
                        61,
                        3,
                        7168,
                        new LatentAttention(128, 1536, 512, 64, 128, 128),
                        18_432,
                        experts(256, 8, 2048, 7168, 2048),
                        129_280);
            case "qwen35moe-mini" ->
                qwen35(
                        "qwen35moe",
                        8,
                        1024,
                        gatedHeads(8, 2),
                        new GatedDelta(8, 16, 128, 128, 4),
                        experts(16, 4, 256, 1024, 256));
            case "qwen3.5-35b-a3b-like" ->
                qwen35(
                        "qwen35moe",
                        40,
                        2048,
                        gatedHeads(16, 2),
                        new GatedDelta(16, 32, 128, 128, 4),
                        experts(256, 8, 512, 2048, 512));
            case "qwen3.5-122b-a10b-like" ->
                qwen35(
                        "qwen35moe",
                        48,
                        3072,
                        gatedHeads(32, 2),
                        new GatedDelta(16, 64, 128, 128, 4),
                        experts(256, 8, 1024, 3072, 1024));
            case "qwen3.5-27b-like" ->
                qwen35(
                        "qwen35",
                        64,
                        5120,
                        gatedHeads(24, 4),
                        new GatedDelta(16, 48, 128, 128, 4),
                        new Dense(17_408, 3));
            case "nemotron3-nano-30b-a3b-like" -> nemotron();
            default -> throw new IllegalArgumentException("no such shape: " + name);
        };
    }

    private static Heads heads(long query, long keyValue, long size) {
        return new Heads(query, keyValue, size, size, Set.of());
    }

    private static Heads gatedHeads(long query, long keyValue) {
        return new Heads(query, keyValue, 256, 256, Set.of(Attention.Trait.OUTPUT_GATE));
    }

    private static MixtureOfExperts experts(long experts, long active, long width, long hidden, long shared) {
        return new MixtureOfExperts(experts, active, width, 3, hidden, shared, 0);
    }

    private static LanguageModel llama(int layers, long hidden, Heads heads, long width, long vocabulary) {
        return uniform("llama", layers, hidden, heads, new Dense(width, 3), vocabulary);
    }

    private static LanguageModel uniform(
            String family, int layers, long hidden, Heads heads, FeedForward feedForward, long vocabulary) {
        var group = new LayerGroup("full", layers, new FullAttention(heads), feedForward, 0);
        return model(
                family,
                hidden,
                vocabulary,
                List.of(group),
                IntStream.range(0, layers).map(_ -> 0).boxed().toList());
    }

    /// @return a model with one kind of layers that have attention only
    static LanguageModel uniform(int layers, Attention attention) {
        return uniform("llama", layers, attention);
    }

    /// @return a model of a family with one kind of layers that have attention only
    static LanguageModel uniform(String family, int layers, Attention attention) {
        var group = new LayerGroup("layers", layers, attention, new FeedForward.None(), 0);
        return model(
                family,
                4096,
                32_000,
                List.of(group),
                IntStream.range(0, layers).map(_ -> 0).boxed().toList());
    }

    private static LanguageModel gemma3(int layers, long hidden, Heads heads, long window, long width) {
        var order = IntStream.range(0, layers)
                .map(i -> (i + 1) % 6 == 0 ? 1 : 0)
                .boxed()
                .toList();
        return windowed("gemma3", hidden, heads, window, new Dense(width, 3), 262_144, order);
    }

    private static LanguageModel gptOss(int layers, long hidden, Heads heads, MixtureOfExperts experts) {
        var order = IntStream.range(0, layers).map(i -> i % 2).boxed().toList();
        return windowed("gpt-oss", hidden, heads, 128, experts, 201_088, order);
    }

    private static LanguageModel windowed(
            String family,
            long hidden,
            Heads heads,
            long window,
            FeedForward network,
            long vocabulary,
            List<Integer> order) {
        int full = order.stream().mapToInt(Integer::intValue).sum();
        var groups = List.of(
                new LayerGroup("sliding", order.size() - full, new SlidingWindowAttention(heads, window), network, 0),
                new LayerGroup("full", full, new FullAttention(heads), network, 0));
        return model(family, hidden, vocabulary, groups, order);
    }

    private static LanguageModel deepseek(
            int layers,
            int dense,
            long hidden,
            LatentAttention latent,
            long width,
            MixtureOfExperts experts,
            long vocabulary) {
        var groups = List.of(
                new LayerGroup("dense", dense, latent, new Dense(width, 3), 0),
                new LayerGroup("experts", layers - dense, latent, experts, 0));
        var order =
                IntStream.range(0, layers).map(i -> i < dense ? 0 : 1).boxed().toList();
        return model("deepseek2", hidden, vocabulary, groups, order);
    }

    private static LanguageModel qwen35(
            String family, int layers, long hidden, Heads heads, GatedDelta delta, FeedForward network) {
        var groups = List.of(
                new LayerGroup("delta", layers - layers / 4, delta, network, 0),
                new LayerGroup("full", layers / 4, new FullAttention(heads), network, 0));
        var order = IntStream.range(0, layers)
                .map(i -> (i + 1) % 4 == 0 ? 1 : 0)
                .boxed()
                .toList();
        return model(family, hidden, 248_320, groups, order);
    }

    private static LanguageModel nemotron() {
        String pattern = "MEMEM*EMEMEM*EMEMEM*EMEMEM*EMEMEM*EMEMEMEM*EMEMEMEME";
        var order = new ArrayList<Integer>();
        pattern.chars().forEach(kind -> order.add("ME*".indexOf(kind)));
        var space = new StateSpace(StateSpace.Variant.MAMBA_2, 4096, 128, 8, 64, 4);
        var network = new MixtureOfExperts(128, 6, 1856, 2, 2688, 3712, 0);
        var groups = List.of(
                new LayerGroup("mamba", 23, space, new FeedForward.None(), 0),
                new LayerGroup("experts", 23, new Attention.None(), network, 0),
                new LayerGroup("full", 6, new FullAttention(heads(32, 2, 128)), new FeedForward.None(), 0));
        return model("nemotron_h_moe", 2688, 131_072, groups, order);
    }

    /// @return a model of these layers
    static LanguageModel model(
            String family, long hidden, long vocabulary, List<LayerGroup> groups, List<Integer> order) {
        return new LanguageModel(
                family + "-shape",
                family,
                family,
                SOURCE,
                hidden,
                vocabulary,
                OutputHead.SEPARATE,
                0,
                groups,
                order,
                List.of(),
                new Tokens(131_072),
                "f16",
                List.of(),
                new Details("", "", "", "text", 0, List.of()));
    }
}
