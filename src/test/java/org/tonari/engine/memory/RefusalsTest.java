package org.tonari.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.Attention.Heads;
import org.tonari.domain.model.Attention.LatentAttention;
import org.tonari.domain.scenario.Scenario;
import org.tonari.domain.scenario.Workload.Toggle;
import org.tonari.engine.ShippedScenarios;
import org.tonari.engine.memory.Refusals.Refusal;

class RefusalsTest {
    @ParameterizedTest(name = "keys of {1} and values of {2} in a {0} layer, cached as {3} and {4}: {5}")
    @CsvSource(textBlock = """
        # layer,  keys, values, k,    v,    refused
        full,     64,   64,     q8_0, q8_0, false
        full,     80,   64,     q8_0, q8_0, true
        full,     64,   80,     q8_0, q8_0, true
        full,     80,   64,     f16,  q8_0, false
        full,     64,   80,     q8_0, f16,  false
        sliding,  80,   64,     q8_0, q8_0, true
        sliding,  64,   64,     q8_0, q8_0, false
        chunked,  64,   80,     q8_0, q8_0, true
        chunked,  64,   64,     q8_0, q8_0, false
        latent,   64,   64,     q8_0, q8_0, false
        latent,   80,   64,     q8_0, q8_0, true
        sparse,   64,   64,     q8_0, q8_0, false
        sparse,   80,   64,     q8_0, q8_0, true
        sparse,   64,   80,     q8_0, q8_0, true
        state,    80,   80,     q8_0, q8_0, false
        none,     80,   80,     q8_0, q8_0, false
        """)
    void rowsMustFillWholeBlocksUnderLlama(String layer, long keys, long values, String k, String v, boolean refused) {
        Scenario scenario = of(attention(layer, keys, values), k, v);

        assertThat(Refusals.of(scenario))
                .isEqualTo(refused ? Optional.of(Refusal.HEAD_SIZE_DOES_NOT_FILL_BLOCKS) : Optional.empty());
    }

    @Test
    void otherRuntimesFillBlocksUp() {
        Scenario scenario = of(attention("full", 80, 80), "mlx-4bit", "mlx-4bit")
                .withRuntime(
                        ShippedScenarios.CATALOGUE.runtime("mlx").optional().orElseThrow());

        assertThat(Refusals.of(scenario)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        q8_0,     mlx-4bit
        mlx-4bit, q8_0
        fp8,      f16
        """)
    void aFormatTheRuntimeDoesNotOfferIsRefused(String k, String v) {
        assertThat(Refusals.of(of(attention("full", 64, 64), k, v))).contains(Refusal.CACHE_FORMAT_NOT_OFFERED);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        full,   f16,  q8_0, QUANTISED_VALUES_NEED_FLASH_ATTENTION
        full,   q8_0, f16,
        latent, q8_0, f16,  QUANTISED_LATENT_NEEDS_FLASH_ATTENTION
        sparse, q8_0, f16,  QUANTISED_LATENT_NEEDS_FLASH_ATTENTION
        latent, f16,  f16,
        """)
    void withoutFlashAttentionSomeFormatsAreRefused(String layer, String k, String v, Refusal refusal) {
        Scenario fused = of(attention(layer, 64, 64), k, v);
        Scenario plain = fused.withWorkload(fused.workload().withFlashAttention(Toggle.OFF));

        assertThat(Refusals.of(fused)).isEmpty();
        assertThat(Refusals.of(plain)).isEqualTo(Optional.ofNullable(refusal));
    }

    private static Scenario of(Attention attention, String k, String v) {
        Scenario shipped =
                ShippedScenarios.of("strix-halo-128", "qwen3-8b", "q8_0").withModel(DryModels.uniform(4, attention));
        return new Scenario(
                shipped.machine(),
                shipped.model(),
                shipped.weights(),
                ShippedScenarios.CATALOGUE.cache(k).optional().orElseThrow(),
                ShippedScenarios.CATALOGUE.cache(v).optional().orElseThrow(),
                shipped.runtime(),
                shipped.workload(),
                shipped.overrides());
    }

    private static Attention attention(String layer, long keys, long values) {
        var heads = new Heads(8, 2, keys, values, Set.of());
        var latent = new LatentAttention(8, 0, keys, 64, 64, 64);
        return switch (layer) {
            case "full" -> new Attention.FullAttention(heads);
            case "sliding" -> new Attention.SlidingWindowAttention(heads, 512);
            case "chunked" -> new Attention.ChunkedAttention(heads, 512);
            case "latent" -> latent;
            case "sparse" -> new Attention.SparseLatentAttention(latent, 4, values, 2048);
            case "state" -> new Attention.StateSpace(Attention.StateSpace.Variant.MAMBA_2, 512, 64, 1, 8, 4);
            default -> new Attention.None();
        };
    }
}
