package org.tonari.engine.memory;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.Attention.ChunkedAttention;
import org.tonari.domain.model.Attention.FullAttention;
import org.tonari.domain.model.Attention.GatedDelta;
import org.tonari.domain.model.Attention.Heads;
import org.tonari.domain.model.Attention.LatentAttention;
import org.tonari.domain.model.Attention.SlidingWindowAttention;
import org.tonari.domain.model.Attention.SparseLatentAttention;
import org.tonari.domain.model.Attention.StateSpace;
import org.tonari.domain.model.Attention.Trait;
import org.tonari.domain.model.FeedForward;
import org.tonari.domain.model.FeedForward.Dense;
import org.tonari.domain.model.FeedForward.MixtureOfExperts;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.model.LayerGroup;
import org.tonari.domain.model.TensorRole;
import org.tonari.domain.model.WeightTensor;

/// Small shapes of architecture families, with widths that fall on no round number: hidden size 1,024, 20,000 tokens.
final class FamilyModels {
    private static final Heads HEADS = heads(16, 4, 64);
    private static final Heads SLIDING = heads(8, 4, 256);
    private static final Dense DENSE = new Dense(2560, 3);
    private static final LatentAttention LATENT = new LatentAttention(16, 384, 512, 64, 128, 128);
    private static final StateSpace MAMBA_2 = new StateSpace(StateSpace.Variant.MAMBA_2, 1536, 128, 8, 24, 4);

    private FamilyModels() {}

    static LanguageModel of(String family) {
        return switch (family) {
            case "phi3", "mistral3", "qwen2vl", "qwen3vl", "seed_oss", "smollm3", "olmo2", "granite", "exaone4" ->
                uniform(family, family.equals("smollm3") || family.equals("exaone4") ? 8 : 6, HEADS, DENSE);
            case "glm4" -> uniform(family, 6, heads(16, 2, 128), DENSE);
            case "gemma" -> uniform(family, 6, heads(8, 2, 256), DENSE);
            case "qwen3vlmoe" -> uniform(family, 6, HEADS, experts(0));
            case "granitemoe" -> uniform(family, 6, HEADS, experts(0));
            case "qwen2moe", "hunyuan-moe" -> uniform(family, 6, HEADS, experts(608));
            case "minimax-m2" -> uniform(family, 6, heads(24, 4, 128), experts(0));
            case "dots1" -> leading(family, new FullAttention(HEADS), experts(352));
            case "ernie4_5-moe", "bailingmoe2" -> leading(family, new FullAttention(HEADS), experts(608));
            case "glm4moe" -> leading(family, new FullAttention(heads(24, 4, 128)), experts(352));
            case "deepseek2lite" -> leading("deepseek2", new LatentAttention(16, 0, 512, 64, 128, 128), experts(352));
            case "deepseek32", "glm-dsa" ->
                leading(family, new SparseLatentAttention(LATENT, 8, 128, 2048), experts(352));
            case "gemma2" -> windowed(family, heads(8, 4, 256), heads(8, 4, 256), "SFSFSFSF", DENSE);
            case "gemma4" -> windowed(family, SLIDING, heads(8, 2, 512, Trait.KEY_IS_VALUE), "SSSSSFSSSSSF", DENSE);
            case "gemma4moe" ->
                windowed(
                        "gemma4",
                        SLIDING,
                        heads(8, 2, 512, Trait.KEY_IS_VALUE),
                        "SSSSSFSSSSSF",
                        new MixtureOfExperts(16, 4, 352, 3, 1024, 0, 2560));
            case "gemma4e" -> gemma4e();
            case "cohere2" -> windowed(family, HEADS, HEADS, "SSSFSSSF", DENSE);
            case "llama4" -> llama4("CCCFCCCF");
            case "llama4i" -> llama4("cCcFcCcF");
            case "deci" -> deci();
            case "qwen3next" -> qwen3next();
            case "jamba" -> jamba();
            case "nemotron_h" -> nemotron(family, "M-M-*-M-M*-M-", new Dense(2560, 2));
            case "nemotron_h_moe" ->
                nemotron(family, "MEMEM*EMEMEM*EME", new MixtureOfExperts(16, 4, 352, 2, 1024, 608, 0));
            case "nemotron_h_moe_latent" ->
                nemotron("nemotron_h_moe", "MEMEM*EMEMEM*EME", new MixtureOfExperts(16, 4, 352, 2, 416, 608, 0));
            case "granitehybrid" -> granite("MMMAMMMAMM", experts(608));
            case "granitehybridd" -> granite("MMMAMMMAMM", DENSE);
            default -> throw new IllegalArgumentException("no such family: " + family);
        };
    }

    private static Heads heads(long query, long keyValue, long size, Trait... traits) {
        return new Heads(query, keyValue, size, size, Set.of(traits));
    }

    private static MixtureOfExperts experts(long shared) {
        return new MixtureOfExperts(16, 4, 352, 3, 1024, shared, 0);
    }

    private static LanguageModel uniform(String family, int layers, Heads heads, FeedForward network) {
        var kinds = List.of(kind('F', new FullAttention(heads), network));
        return model(family, "F".repeat(layers), kinds);
    }

    private static LanguageModel leading(String family, Attention attention, FeedForward experts) {
        return model(family, "DEEEEE", List.of(kind('D', attention, DENSE), kind('E', attention, experts)));
    }

    private static LanguageModel windowed(String family, Heads sliding, Heads full, String order, FeedForward network) {
        var kinds = List.of(
                kind('S', new SlidingWindowAttention(sliding, 512), network),
                kind('F', new FullAttention(full), network));
        return model(family, order, kinds);
    }

    private static LanguageModel gemma4e() {
        var kinds = List.of(
                embedding('S', new SlidingWindowAttention(SLIDING, 512)),
                embedding('F', new FullAttention(heads(8, 2, 512))),
                embedding('s', new SlidingWindowAttention(heads(8, 4, 256, Trait.SHARED_CACHE), 512)),
                embedding('f', new FullAttention(heads(8, 2, 512, Trait.SHARED_CACHE))));
        return model("gemma4", "SSSSSFsssssf", kinds);
    }

    private static LayerGroup embedding(char name, Attention attention) {
        var gate = new WeightTensor(TensorRole.LAYER_EMBEDDING, 1024, 256, 2);
        return new LayerGroup(String.valueOf(name), 1, attention, DENSE, 0, List.of(gate));
    }

    private static LanguageModel llama4(String order) {
        var experts = new MixtureOfExperts(16, 1, 736, 3, 1024, 736, 0);
        var kinds = List.of(
                kind('c', new ChunkedAttention(HEADS, 8192), DENSE),
                kind('C', new ChunkedAttention(HEADS, 8192), experts),
                kind('F', new FullAttention(HEADS), experts));
        return model("llama4", order, kinds);
    }

    private static LanguageModel deci() {
        var kinds = List.of(
                kind('F', new FullAttention(HEADS), DENSE),
                kind('N', new Attention.None(), DENSE),
                kind('A', new FullAttention(HEADS), new FeedForward.None()));
        return model("deci", "FNFAFF", kinds);
    }

    private static LanguageModel qwen3next() {
        var kinds = List.of(
                kind('D', new GatedDelta(8, 16, 128, 128, 4), experts(608)),
                kind('F', new FullAttention(heads(8, 2, 256, Trait.OUTPUT_GATE)), experts(608)));
        return model("qwen3next", "DDDFDDDF", kinds);
    }

    private static LanguageModel jamba() {
        var space = new StateSpace(StateSpace.Variant.MAMBA_1, 2048, 16, 1, 64, 4);
        var experts = new MixtureOfExperts(16, 2, 2560, 3, 1024, 0, 0);
        var kinds =
                List.of(kind('M', space, DENSE), kind('E', space, experts), kind('A', new FullAttention(HEADS), DENSE));
        return model("jamba", "MEMEAEME", kinds);
    }

    private static LanguageModel nemotron(String family, String order, FeedForward network) {
        var kinds = List.of(
                kind('M', MAMBA_2, new FeedForward.None()),
                kind(order.charAt(1), new Attention.None(), network),
                kind('*', new FullAttention(HEADS), new FeedForward.None()));
        return model(family, order, kinds);
    }

    private static LanguageModel granite(String order, FeedForward network) {
        var space = new StateSpace(StateSpace.Variant.MAMBA_2, 2048, 128, 8, 32, 4);
        var kinds = List.of(kind('M', space, network), kind('A', new FullAttention(HEADS), network));
        return model("granitehybrid", order, kinds);
    }

    private static LayerGroup kind(char name, Attention attention, FeedForward network) {
        return new LayerGroup(String.valueOf(name), 1, attention, network, 0);
    }

    private static LanguageModel model(String family, String order, List<LayerGroup> kinds) {
        List<LayerGroup> used = kinds.stream()
                .filter(kind -> order.contains(kind.kind()))
                .map(kind -> kind.withCount((int) order.chars()
                        .filter(name -> kind.kind().indexOf(name) >= 0)
                        .count()))
                .toList();
        List<String> names = used.stream().map(LayerGroup::kind).toList();
        var indices = IntStream.range(0, order.length())
                .map(layer -> names.indexOf(order.substring(layer, layer + 1)))
                .boxed()
                .toList();
        return DryModels.model(family, 1024, 20_000, used, indices);
    }
}
