package org.tonari.engine.memory.compute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tonari.domain.machine.MemoryPool.Kind;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.Attention.Heads;
import org.tonari.domain.model.Attention.LatentAttention;
import org.tonari.domain.model.FeedForward;
import org.tonari.domain.model.FeedForward.MixtureOfExperts;
import org.tonari.domain.model.LayerGroup;
import org.tonari.domain.runtime.InferenceRuntime.Allocation.SchedulingStep;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.Bench;
import org.tonari.explain.MissingFact;
import org.tonari.units.Bytes;
import org.tonari.units.Tokens;

/// Steps of four million tokens through models of 4 elements a token: large enough that no least applies.
class PagedActivationsTest {
    private static final long TOKENS = 1 << 22;
    private static final Heads HEADS = Bench.heads(2, 1, 3, 5);
    private static final LatentAttention LATENT = new LatentAttention(3, 3, 6, 1, 2, 5);
    private static final FeedForward DENSE = new FeedForward.Dense(7, 3);

    static Stream<Arguments> widths() {
        return Stream.of(
                // heads times elements of a value
                Arguments.of(new Attention.FullAttention(HEADS), 2 * 5),
                Arguments.of(new Attention.SlidingWindowAttention(HEADS, 9), 2 * 5),
                Arguments.of(new Attention.ChunkedAttention(HEADS, 9), 2 * 5),
                Arguments.of(LATENT, 3 * 5),
                Arguments.of(new Attention.SparseLatentAttention(LATENT, 1, 1, 9), 3 * 5),
                // without heads, the width of a token
                Arguments.of(new Attention.StateSpace(Attention.StateSpace.Variant.MAMBA_2, 6, 2, 3, 1, 2), 4),
                Arguments.of(new Attention.GatedDelta(1, 2, 2, 3, 2), 4),
                Arguments.of(new Attention.ShortConvolution(5, 3), 4),
                Arguments.of(new Attention.None(), 4),
                Arguments.of(new Attention.Undescribed(new MissingFact("attention", "none")), 4));
    }

    @ParameterizedTest(name = "{0}: {1} wide")
    @MethodSource("widths")
    void aDenseStepTakesElevenTimesItsAttentionsWidth(Attention attention, long width) {
        assertThat(PagedActivations.of(scenario(attention, DENSE), new Tokens(TOKENS))
                        .bytes())
                .isEqualTo(new Bytes(TOKENS * width * 11 * 2));
    }

    /// Each token's 3 inputs for every pair of 4 experts and 2 active ones, in blocks of 128 of 4 bytes.
    @Test
    void expertsTakeTwiceAsMuchAndAWorkspace() {
        var experts = new MixtureOfExperts(4, 2, 5, 2, 3, 0, 0);
        Scenario scenario = scenario(new Attention.FullAttention(HEADS), experts);

        assertThat(PagedActivations.of(scenario, new Tokens(TOKENS)).bytes())
                .isEqualTo(new Bytes(TOKENS * 10 * 22 * 2 + TOKENS * (3 * 4 * 2) / 128 * 4));
    }

    @Test
    void ofSeveralKindsTheWidestAttentionAndTheLargestWorkspaceCount() {
        var narrow = new LayerGroup("narrow", 1, new Attention.None(), new MixtureOfExperts(2, 1, 5, 2, 4, 0, 0), 0);
        var wide = new LayerGroup(
                "wide", 1, new Attention.FullAttention(HEADS), new MixtureOfExperts(4, 2, 5, 2, 4, 0, 0), 0);

        for (Scenario scenario : new Scenario[] {scenario(narrow, wide), scenario(wide, narrow)}) {
            assertThat(PagedActivations.of(scenario, new Tokens(TOKENS)).bytes())
                    .isEqualTo(new Bytes(TOKENS * 10 * 22 * 2 + TOKENS * (4 * 4 * 2) / 128 * 4));
        }
    }

    @Test
    void aSmallStepTakesTheLeast() {
        assertThat(PagedActivations.of(scenario(new Attention.None(), DENSE), new Tokens(64))
                        .bytes())
                .isEqualTo(Bytes.ofMiB(70));
    }

    /// 70 MiB for the step; 10 tokens known · 38.5 bytes for each sequence that samples.
    @ParameterizedTest(name = "{0} sequences: {1} bytes")
    @CsvSource({"1, 73400320", "190649, 73400320", "200000, 77000000"})
    void theProfileRunPeaksInItsStepOrInSampling(int sequences, long bytes) {
        var step = new SchedulingStep(Bytes.ZERO, new Tokens(64), sequences);

        assertThat(PagedActivations.profiled(scenario(new Attention.None(), DENSE), step)
                        .bytes())
                .isEqualTo(new Bytes(bytes));
    }

    private static Scenario scenario(Attention attention, FeedForward network) {
        return scenario(new LayerGroup("all", 1, attention, network, 0));
    }

    private static Scenario scenario(LayerGroup... layers) {
        return Bench.scenario(Bench.machine(Bench.pool(Kind.UNIFIED, 1_000)), Bench.model(layers), "vllm");
    }
}
