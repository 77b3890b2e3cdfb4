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
import org.tonari.domain.model.LayerGroup;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.Bench;
import org.tonari.explain.MissingFact;
import org.tonari.units.Bytes;
import org.tonari.units.Tokens;

/// What MLX holds of models of 4 elements a token: the widest stage of a layer, four of them in flight, 2 bytes each.
class GrowingActivationsTest {
    private static final Heads HEADS = Bench.heads(2, 1, 3, 5);
    private static final Heads FUSED = Bench.heads(2, 1, 64, 64);
    private static final LatentAttention LATENT = new LatentAttention(2, 3, 6, 1, 2, 5);
    private static final FeedForward NOTHING = new FeedForward.None();
    private static final Attention NOWHERE = new Attention.None();

    static Stream<Arguments> stages() {
        return Stream.of(
                // three matrices of 7 and four times the width of a token
                Arguments.of(NOWHERE, new FeedForward.Dense(7, 3), 3 * 7 + 4 * 4),
                // two active experts of two matrices of 5, their two inputs
                Arguments.of(NOWHERE, new FeedForward.MixtureOfExperts(4, 2, 5, 2, 3, 9, 9), 2 * 2 * 5 + 2 * 3 + 4 * 4),
                // three times the width, two queries of 3 twice, a key of 3 and a value of 5
                Arguments.of(new Attention.FullAttention(HEADS), NOTHING, 3 * 4 + 2 * 2 * 3 + 3 + 5),
                Arguments.of(new Attention.SlidingWindowAttention(HEADS, 9), NOTHING, 3 * 4 + 2 * 2 * 3 + 3 + 5),
                Arguments.of(new Attention.ChunkedAttention(HEADS, 9), NOTHING, 3 * 4 + 2 * 2 * 3 + 3 + 5),
                // two heads over the compressed 6 + 1, twice
                Arguments.of(LATENT, NOTHING, 3 * 4 + 2 * 2 * 7),
                Arguments.of(new Attention.SparseLatentAttention(LATENT, 1, 1, 9), NOTHING, 3 * 4 + 2 * 2 * 7),
                // four inner widths of 6, input and output maps of 2 for each of 3 groups
                Arguments.of(
                        new Attention.StateSpace(Attention.StateSpace.Variant.MAMBA_2, 6, 2, 3, 1, 2),
                        NOTHING,
                        3 * 4 + 4 * 6 + 2 * 3 * 2),
                // 24 times two values of 3
                Arguments.of(new Attention.GatedDelta(1, 2, 2, 3, 2), NOTHING, 24 * 2 * 3),
                Arguments.of(new Attention.ShortConvolution(5, 3), NOTHING, 3 * 4 + 5 * 5),
                Arguments.of(NOWHERE, NOTHING, 0),
                Arguments.of(new Attention.Undescribed(new MissingFact("attention", "none")), NOTHING, 0));
    }

    @ParameterizedTest(name = "{0} and {1}: {2} elements")
    @MethodSource("stages")
    void theWidestStageOfALayerStandsFourTimes(Attention attention, FeedForward network, long elements) {
        Bytes bytes = GrowingActivations.of(scenario(100, 1, attention, network), new Tokens(10))
                .bytes();

        assertThat(bytes).isEqualTo(new Bytes(elements * 10 * 4 * 2));
    }

    @Test
    void ofSeveralKindsOfLayersTheWidestCounts() {
        var narrow = new LayerGroup("narrow", 1, NOWHERE, new FeedForward.Dense(1, 2), 0);
        var wide = new LayerGroup("wide", 1, NOWHERE, new FeedForward.Dense(100, 2), 0);

        for (Scenario scenario : new Scenario[] {scenario(100, 1, narrow, wide), scenario(100, 1, wide, narrow)}) {
            assertThat(GrowingActivations.of(scenario, new Tokens(10)).bytes())
                    .isEqualTo(new Bytes((2 * 100 + 16) * 10 * 4 * 2));
        }
    }

    /// A prompt no longer than the context, of eight users at most.
    @ParameterizedTest(name = "context {0}, {1} users: {2} tokens")
    @CsvSource({"100, 1, 10", "6, 1, 6", "100, 3, 30", "100, 8, 80", "100, 9, 80"})
    void promptsOfUpToEightUsersAreProcessedTogether(long context, int users, long tokens) {
        Scenario dense = scenario(context, users, NOWHERE, new FeedForward.Dense(7, 3));
        Scenario looking = scenario(context, users, new Attention.FullAttention(HEADS), NOTHING);

        assertThat(GrowingActivations.of(dense, new Tokens(10)).bytes()).isEqualTo(new Bytes(37 * tokens * 4 * 2));
        assertThat(GrowingActivations.scores(looking, new Tokens(10)).bytes())
                .isEqualTo(new Bytes(2 * context * tokens * 2));
    }

    static Stream<Arguments> scores() {
        return Stream.of(
                Arguments.of(new Attention.FullAttention(HEADS), 2 * 100),
                Arguments.of(new Attention.FullAttention(FUSED), 0),
                Arguments.of(new Attention.FullAttention(Bench.heads(2, 1, 80, 80)), 0),
                Arguments.of(new Attention.FullAttention(Bench.heads(2, 1, 128, 128)), 0),
                Arguments.of(new Attention.FullAttention(Bench.heads(2, 1, 64, 80)), 2 * 100),
                Arguments.of(new Attention.FullAttention(Bench.heads(2, 1, 256, 256)), 2 * 100),
                // the window and the step of 10, no more than the context
                Arguments.of(new Attention.SlidingWindowAttention(HEADS, 20), 2 * 30),
                Arguments.of(new Attention.SlidingWindowAttention(HEADS, 95), 2 * 100),
                Arguments.of(new Attention.ChunkedAttention(HEADS, 20), 2 * 30),
                Arguments.of(new Attention.ChunkedAttention(HEADS, 95), 2 * 100),
                Arguments.of(LATENT, 2 * 100),
                Arguments.of(new Attention.SparseLatentAttention(LATENT, 1, 1, 9), 2 * 100),
                Arguments.of(new Attention.StateSpace(Attention.StateSpace.Variant.MAMBA_2, 6, 2, 3, 1, 2), 0),
                Arguments.of(new Attention.GatedDelta(1, 2, 2, 3, 2), 0),
                Arguments.of(new Attention.ShortConvolution(5, 3), 0),
                Arguments.of(NOWHERE, 0),
                Arguments.of(new Attention.Undescribed(new MissingFact("attention", "none")), 0));
    }

    @ParameterizedTest(name = "{0}: {1} for each token")
    @MethodSource("scores")
    void whereAttentionIsNotFusedTheScoresOfAllHeadsStand(Attention attention, long each) {
        Scenario scenario = scenario(100, 1, attention, NOTHING);

        assertThat(GrowingActivations.scores(scenario, new Tokens(10)).bytes()).isEqualTo(new Bytes(each * 10 * 2));
    }

    private static Scenario scenario(long context, int users, Attention attention, FeedForward network) {
        return scenario(context, users, new LayerGroup("all", 1, attention, network, 0));
    }

    private static Scenario scenario(long context, int users, LayerGroup... layers) {
        Scenario plain = Bench.scenario(Bench.machine(Bench.pool(Kind.UNIFIED, 1_000)), Bench.model(layers), "mlx");
        return plain.withWorkload(
                plain.workload().withContext(new Tokens(context)).withConcurrency(users));
    }
}
