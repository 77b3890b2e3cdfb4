package org.tonari.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonari.domain.model.Attention.FullAttention;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.runtime.InferenceRuntime.Allocation.GrowingSteps;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.ShippedScenarios;
import org.tonari.engine.memory.compute.ComputeBuffer;
import org.tonari.explain.Term;
import org.tonari.units.Tokens;

/// MLX's caches, by hand.
class GrowingCacheTest {
    private static final GrowingSteps MLX = new GrowingSteps(new Tokens(256), new Tokens(2_048));

    @ParameterizedTest(name = "{0} at {1} tokens in {2}")
    @CsvSource(textBlock = """
        # model,            tokens, format,   bytes
        llama-3.1-8b-like,    8192, f16,      1073741824
        # 64 bytes and two groups' scale and bias: 72 bytes for a head
        llama-3.1-8b-like,    8192, mlx-4bit, 301989888
        llama-3.1-8b-like,    8192, mlx-8bit, 570425344
        # a step of 256 more
        llama-3.1-8b-like,    8193, f16,      1107296256
        # 18 · 131072 · 2048 + 18 · (128 + 2047) · 2048
        gpt-oss-120b-like,  131072, f16,      4912017408
        # 61 · 576 · 2
        deepseek-v3-like,     2560, f16,      179896320
        """)
    void cachesGrowInStepsAndWindowsRotate(String model, long tokens, String format, long bytes) {
        Term cache = GrowingCache.of(scenario(DryModels.of(model), tokens, format), MLX)
                .optional()
                .orElseThrow();

        assertThat(cache.bytes().count()).isEqualTo(bytes);
    }

    @Test
    void whileALayerGrowsItsOldCacheStandsBesideTheNew() {
        Scenario scenario = scenario(DryModels.of("llama-3.1-8b-like"), 8_192, "f16");

        // one of 32 layers
        assertThat(GrowingCache.growthCopy(scenario, MLX).bytes().count()).isEqualTo(1_073_741_824L / 32);
        assertThat(ComputeBuffer.attentionScores(scenario, MLX.prefillStep())
                        .bytes()
                        .count())
                .isZero();
    }

    @Test
    void headsThatNoFusedKernelKnowsLeaveTheirScoresInMemory() {
        LanguageModel qwen =
                ShippedScenarios.CATALOGUE.model("qwen3.5-4b").optional().orElseThrow();
        long heads = qwen.groups().stream()
                .filter(group -> group.attention() instanceof FullAttention)
                .mapToLong(group -> ((FullAttention) group.attention()).heads().query())
                .findFirst()
                .orElseThrow();

        // 16 heads of 256 elements: heads · 2,048 tokens of a step · the context · 2 bytes
        assertThat(heads).isEqualTo(16);
        assertThat(ComputeBuffer.attentionScores(scenario(qwen, 98_304, "f16"), MLX.prefillStep())
                        .bytes()
                        .count())
                .isEqualTo(16L * 2_048 * 98_304 * 2);
    }

    private static Scenario scenario(LanguageModel model, long tokens, String format) {
        Scenario scenario = DryScenarios.of(model)
                .withCache(ShippedScenarios.CATALOGUE.cache(format).optional().orElseThrow());
        return scenario.withWorkload(scenario.workload().withContext(new Tokens(tokens)));
    }
}
