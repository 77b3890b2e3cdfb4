package org.tonari.profiles.gguf;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tonari.profiles.gguf.GgufWriter.Texts;
import org.tonari.profiles.gguf.GgufWriter.Zeros;

/// Files with the metadata and tensors of the shapes that llama.cpp's dry allocations were made with.
final class GgufShapes {
    private static final TensorType F32 = TensorType.F32;

    private GgufShapes() {}

    /// @param name as in the tables of dry allocations
    static GgufWriter of(String name) {
        TensorType weights =
                switch (name) {
                    case String q
                    when q.endsWith("q8-0") || q.startsWith("gpt-oss") || q.startsWith("nemotron") -> TensorType.Q8_0;
                    case String q when q.endsWith("f16") -> TensorType.F16;
                    case String q when q.endsWith("mini") || q.endsWith("q4-0") -> TensorType.Q4_0;
                    default -> TensorType.Q4_K;
                };
        boolean sameTable = weights == TensorType.Q8_0 || weights == TensorType.F16;
        TensorType table = sameTable ? weights : TensorType.Q6_K;
        TensorType gemma = name.startsWith("gemma3-1b") && !sameTable ? TensorType.Q8_0 : table;
        var writer = new GgufWriter().set("general.name", name).set("general.file_type", 7);
        return shape(new Shape(writer, weights, gemma), name.replaceFirst("-(q4-0|q8-0|q4-k|f16)$", ""));
    }

    private static GgufWriter shape(Shape shape, String name) {
        return switch (name) {
            case "llama-260m" ->
                shape.size("llama", 12, 1024, 32_000)
                        .heads(16, 4, 64)
                        .separate()
                        .uniform(4096);
            case "llama-3.2-1b-like" ->
                shape.size("llama", 16, 2048, 128_256).heads(32, 8, 64).uniform(8192);
            case "llama-3.1-8b-like" ->
                shape.size("llama", 32, 4096, 128_256)
                        .heads(32, 8, 128)
                        .separate()
                        .uniform(14_336);
            case "llama-3.1-70b-like" ->
                shape.size("llama", 80, 8192, 128_256)
                        .heads(64, 8, 128)
                        .separate()
                        .uniform(28_672);
            case "qwen3-0.6b-like" ->
                shape.size("qwen3", 28, 1024, 151_936).heads(16, 8, 128).uniform(3072);
            case "qwen3-32b-like" ->
                shape.size("qwen3", 64, 5120, 151_936)
                        .heads(64, 8, 128)
                        .separate()
                        .uniform(25_600);
            case "gemma3-1b-like" ->
                shape.size("gemma3", 26, 1152, 262_144)
                        .heads(4, 1, 256)
                        .window(512)
                        .uniform(6912);
            case "gemma3-27b-like" ->
                shape.size("gemma3", 62, 5376, 262_144)
                        .heads(32, 16, 128)
                        .window(1024)
                        .uniform(21_504);
            case "gpt-oss-mini" ->
                gptOss(shape.size("gpt-oss", 12, 1440, 201_088).heads(32, 8, 64), 16, 1440);
            case "gpt-oss-20b-like" ->
                gptOss(shape.size("gpt-oss", 24, 2880, 201_088).heads(64, 8, 64), 32, 2880);
            case "gpt-oss-120b-like" ->
                gptOss(shape.size("gpt-oss", 36, 2880, 201_088).heads(64, 8, 64), 128, 2880);
            case "qwen3moe-mini" ->
                qwen3moe(shape.size("qwen3moe", 8, 1024, 151_936).heads(16, 4, 128), 32, 4, 512);
            case "qwen3-30b-a3b-like" ->
                qwen3moe(shape.size("qwen3moe", 48, 2048, 151_936).heads(32, 4, 128), 128, 8, 768);
            case "qwen3-235b-a22b-like" ->
                qwen3moe(shape.size("qwen3moe", 94, 4096, 151_936).heads(64, 4, 128), 128, 8, 1536);
            case "deepseek2-mla-mini" ->
                shape.size("deepseek2", 8, 1024, 102_400).separate().deepseek(16, 512, 1, 4096, 16, 4, 512);
            case "deepseek-v3-like" ->
                shape.size("deepseek2", 61, 7168, 129_280).separate().deepseek(128, 1536, 3, 18_432, 256, 8, 2048);
            case "qwen35moe-mini" ->
                shape.size("qwen35moe", 8, 1024, 248_320)
                        .heads(8, 2, 256)
                        .separate()
                        .delta(8, 16, 16, 4, 256);
            case "qwen3.5-35b-a3b-like" ->
                shape.size("qwen35moe", 40, 2048, 248_320)
                        .heads(16, 2, 256)
                        .separate()
                        .delta(16, 32, 256, 8, 512);
            case "qwen3.5-122b-a10b-like" ->
                shape.size("qwen35moe", 48, 3072, 248_320)
                        .heads(32, 2, 256)
                        .separate()
                        .delta(16, 64, 256, 8, 1024);
            case "nemotron3-nano-30b-a3b-like" ->
                shape.size("nemotron_h_moe", 52, 2688, 131_072)
                        .separate()
                        .nemotron("MEMEM*EMEMEM*EMEMEM*EMEMEM*EMEMEM*EMEMEMEM*EMEMEMEME");
            default -> throw new IllegalArgumentException("no such shape: " + name);
        };
    }

    private static GgufWriter gptOss(Shape shape, int experts, int width) {
        return shape.window(128).separate().gptOss(experts, width);
    }

    private static GgufWriter qwen3moe(Shape shape, int experts, int active, int width) {
        return shape.separate().experts(experts, active, width);
    }

    /// @return every shape that a file is written of
    static Stream<String> names() {
        return Stream.of(
                "llama-260m-f16",
                "llama-3.2-1b-like-q4-0",
                "llama-3.2-1b-like-q8-0",
                "llama-3.1-8b-like-q4-k",
                "llama-3.1-70b-like-q4-k",
                "qwen3-0.6b-like-q4-0",
                "qwen3-32b-like-q4-k",
                "gemma3-1b-like-q4-0",
                "gemma3-27b-like-q4-0",
                "gpt-oss-mini",
                "gpt-oss-20b-like",
                "gpt-oss-120b-like",
                "qwen3moe-mini",
                "qwen3-30b-a3b-like",
                "qwen3-235b-a22b-like",
                "deepseek2-mla-mini",
                "deepseek-v3-like",
                "qwen35moe-mini",
                "qwen3.5-35b-a3b-like",
                "qwen3.5-122b-a10b-like",
                "nemotron3-nano-30b-a3b-like");
    }

    /// @return a vocabulary of that many words, as tokenizers have it
    static GgufWriter vocabulary(GgufWriter writer, int words) {
        List<String> texts =
                new ArrayList<>(IntStream.range(0, words).mapToObj(i -> "t" + i).toList());
        return writer.set("tokenizer.ggml.model", "llama")
                .set("tokenizer.ggml.tokens", new Texts(texts))
                .set("tokenizer.ggml.scores", new Zeros(words))
                .set("tokenizer.ggml.bos_token_id", 1);
    }
}
