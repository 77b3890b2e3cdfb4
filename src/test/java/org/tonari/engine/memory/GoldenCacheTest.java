package org.tonari.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.Attention.FullAttention;
import org.tonari.domain.model.Attention.GatedDelta;
import org.tonari.domain.model.Attention.Heads;
import org.tonari.domain.model.Attention.LatentAttention;
import org.tonari.domain.model.Attention.SlidingWindowAttention;
import org.tonari.domain.model.Attention.SparseLatentAttention;
import org.tonari.domain.model.FeedForward;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.model.LayerGroup;
import org.tonari.domain.scenario.Scenario;
import org.tonari.domain.scenario.Workload.Toggle;
import org.tonari.units.Tokens;

/// KV caches of published models under llama.cpp, from its logs and by hand: layers · cells · (key row + value row).
class GoldenCacheTest {
    private static final LatentAttention DEEPSEEK_V3 = new LatentAttention(128, 1536, 512, 64, 128, 128);

    @ParameterizedTest(name = "{0}: {1} layers at {3} tokens in {2}")
    @CsvSource(textBlock = """
        # model,            layers, format, tokens, heads, size, bytes
        llama31-8b,             32, f16,      8192,     8,  128, 1073741824
        llama31-8b,             32, q4_0,     8192,     8,  128, 301989888
        llama31-8b,             32, q8_0,   131072,     8,  128, 9126805504
        llama31-70b,            80, f16,    131072,     8,  128, 42949672960
        qwen3-235b-a22b,        94, f16,     40960,     4,  128, 7885291520
        gemma4-31b-full-twice,  10, q5_0,   120064,     4,  512, 3381002240
        gemma3-27b-as-full,     62, f16,    131072,    16,  128, 66571993088
        """)
    void fullAttentionKeepsEveryToken(
            String model, int layers, String format, long tokens, long heads, long size, long bytes) {
        LanguageModel shape = DryModels.uniform(layers, full(heads, size));

        assertThat(cache(scenario(shape, tokens, 1, 512).withCache(DryScenarios.cache(format))))
                .as(model)
                .isEqualTo(bytes);
    }

    @ParameterizedTest(name = "{0} at {1} tokens for {2}, steps of {3}")
    @CsvSource(textBlock = """
        # model,      context of all, sequences, ubatch, format, bytes
        gpt-oss-120b,         131072,         1,   2048, f16,    4916772864
        gpt-oss-20b,          131072,         1,    512, f16,    3240099840
        gpt-oss-20b,          131072,         1,   2048, f16,    3277848576
        gpt-oss-120b,         262144,         2,   1024, f16,    9758048256
        gemma3-27b,           131072,         1,    512, q8_0,   6051856384
        gemma3-27b,           131072,         1,    512, f16,    11391729664
        gemma3-270m,            4096,         1,    512, f16,    28311552
        gemma3-270m,            4096,         4,    512, f16,    75497472
        gemma3-270m,            4096,         8,    512, f16,    75497472
        gemma3-270m,            8192,         1,    512, f16,    40894464
        gemma3-270m,            8192,         2,    512, f16,    56623104
        gemma3-270m,            1024,         3,    512, f16,    28311552
        gemma4-31b,           262144,         1,    512, f16,    22733127680
        """)
    void slidingLayersStopGrowingAtTheirWindow(
            String model, long tokens, int sequences, long ubatch, String format, long bytes) {
        Scenario scenario = scenario(windowed(model), tokens, sequences, ubatch);

        assertThat(cache(scenario.withCache(DryScenarios.cache(format)))).isEqualTo(bytes);
    }

    @Test
    void fullWindowKeepsEveryTokenInSlidingLayersToo() {
        Scenario scenario = scenario(windowed("gpt-oss-120b"), 131_072, 1, 512);

        // 36 layers · 131,072 cells · 2 · 8 heads · 64 · 2 bytes
        assertThat(cache(scenario.withWorkload(scenario.workload().withFullWindow(Toggle.ON))))
                .isEqualTo(9_663_676_416L);
    }

    @ParameterizedTest(name = "{0} latent layers at {1} tokens")
    @CsvSource({"61, 32768, 2302672896", "61, 163840, 11513364480", "61, 131072, 9210691584"})
    void latentAttentionKeepsOneVectorForAllHeads(int layers, long tokens, long bytes) {
        assertThat(cache(scenario(DryModels.uniform(layers, DEEPSEEK_V3), tokens, 1, 512)))
                .isEqualTo(bytes);
    }

    @Test
    void anIndexerKeepsAKeyOfItsOwn() {
        Attention sparse = new SparseLatentAttention(DEEPSEEK_V3, 64, 128, 2048);

        // 61 layers · 131,072 cells · (576 + 128) · 2 bytes
        assertThat(cache(scenario(DryModels.uniform(61, sparse), 131_072, 1, 512)))
                .isEqualTo(11_257_511_936L);
    }

    @Test
    void deltaRuleLayersKeepAStateWhateverTheContext() {
        LanguageModel model = deltaRule(30, 10, new GatedDelta(16, 32, 128, 128, 4));
        LanguageModel larger = deltaRule(36, 12, new GatedDelta(16, 64, 128, 128, 4));

        assertThat(state(scenario(model, 262_144, 1, 512))).isEqualTo(65_863_680);
        assertThat(state(scenario(model, 4_096, 1, 512))).isEqualTo(65_863_680);
        assertThat(cache(scenario(model, 262_144, 1, 512))).isEqualTo(5_434_572_800L - 65_863_680L);
        assertThat(cache(scenario(larger, 262_144, 1, 512)) + state(scenario(larger, 262_144, 1, 512)))
                .isEqualTo(6_598_754_304L);
    }

    private static LanguageModel windowed(String model) {
        return switch (model) {
            case "gpt-oss-120b" -> DryModels.of("gpt-oss-120b-like");
            case "gpt-oss-20b" -> DryModels.of("gpt-oss-20b-like");
            case "gemma3-27b" -> DryModels.of("gemma3-27b-like");
            case "gemma3-270m" -> DryModels.of("gemma3-270m");
            default -> {
                var heads = new Heads(32, 16, 256, 256, Set.of());
                var wide = new Heads(32, 4, 512, 512, Set.of());
                yield DryModels.model(
                        "gemma4",
                        5376,
                        262_144,
                        List.of(group(50, new SlidingWindowAttention(heads, 1024)), group(10, new FullAttention(wide))),
                        IntStream.range(0, 60)
                                .map(i -> i % 6 == 5 ? 1 : 0)
                                .boxed()
                                .toList());
            }
        };
    }

    private static LanguageModel deltaRule(int recurrent, int full, GatedDelta delta) {
        return DryModels.model(
                "qwen35moe",
                2048,
                248_320,
                List.of(group(recurrent, delta), group(full, full(2, 256))),
                IntStream.range(0, recurrent + full)
                        .map(i -> i < recurrent ? 0 : 1)
                        .boxed()
                        .toList());
    }

    private static LayerGroup group(int layers, Attention attention) {
        return new LayerGroup("layers", layers, attention, new FeedForward.None(), 0);
    }

    private static FullAttention full(long heads, long size) {
        return new FullAttention(new Heads(heads, heads, size, size, Set.of()));
    }

    private static Scenario scenario(LanguageModel model, long contextOfAll, int sequences, long ubatch) {
        Scenario scenario = DryScenarios.of(model);
        return scenario.withWorkload(scenario.workload()
                .withContext(new Tokens(contextOfAll / sequences))
                .withConcurrency(sequences)
                .withUbatch(new Tokens(ubatch)));
    }

    private static long cache(Scenario scenario) {
        return LlamaCache.of(scenario).optional().orElseThrow().bytes().count();
    }

    private static long state(Scenario scenario) {
        return RecurrentState.of(scenario, Float.BYTES, Leaf.LLAMA_CPP).bytes().count();
    }
}
