package org.tonari.engine.speed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tonari.domain.machine.MemoryPool.Kind;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.Attention.LatentAttention;
import org.tonari.domain.model.Attention.StateSpace;
import org.tonari.domain.model.FeedForward;
import org.tonari.domain.model.LayerGroup;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.Bench;
import org.tonari.engine.ShippedScenarios;
import org.tonari.explain.MissingFact;

/// Worked by hand at 100 tokens, with keys of 34 bytes for 32 elements and values of 2 bytes each.
class LayerReadsTest {
    private static final double DEPTH = 100;
    private static final LatentAttention LATENT = new LatentAttention(2, 0, 64, 32, 16, 8);

    @Test
    void headsReadKeysAndValuesOfEveryToken() {
        // keys 2 · 32 elements in 68 bytes, values 2 · 64 in 256; 4 heads multiply 32 + 64 elements twice
        assertThat(reads(3, new Attention.FullAttention(Bench.heads(4, 2, 32, 64))))
                .isEqualTo(new LayerReads(3 * 324 * DEPTH, 0, 0, 0, 3 * 768 * DEPTH, 0, 0, 3, 0, 0));
    }

    @Test
    void headsOfMoreThan256ElementsAreWorkOfTheirOwn() {
        assertThat(reads(1, new Attention.FullAttention(Bench.heads(1, 1, 256, 64))))
                .isEqualTo(new LayerReads(400 * DEPTH, 0, 0, 0, 640 * DEPTH, 0, 0, 1, 0, 0));
        assertThat(reads(1, new Attention.FullAttention(Bench.heads(1, 1, 288, 64))))
                .isEqualTo(new LayerReads(434 * DEPTH, 0, 0, 0, 0, 704 * DEPTH, 0, 1, 0, 0));
    }

    @Test
    void windowsAndChunksReadNoMoreThanTheyHold() {
        var heads = Bench.heads(4, 2, 32, 64);

        assertThat(reads(1, new Attention.SlidingWindowAttention(heads, 40)))
                .isEqualTo(new LayerReads(324 * 40, 0, 0, 0, 768 * 40, 0, 0, 1, 0, 0));
        assertThat(reads(1, new Attention.ChunkedAttention(heads, 25)))
                .isEqualTo(new LayerReads(324 * 25, 0, 0, 0, 768 * 25, 0, 0, 1, 0, 0));
        assertThat(reads(1, new Attention.ChunkedAttention(heads, 1_000)))
                .isEqualTo(new LayerReads(324 * DEPTH, 0, 0, 0, 768 * DEPTH, 0, 0, 1, 0, 0));
    }

    @Test
    void aLatentVectorIsReadForAllHeadsAndSomeOfItWhereAnIndexerPicks() {
        // 64 + 32 elements in 102 bytes; 2 heads multiply 16 + 32 + 8 elements twice
        assertThat(reads(2, LATENT))
                .isEqualTo(new LayerReads(0, 2 * 102 * DEPTH, 0, 0, 0, 0, 2 * 224 * DEPTH, 2, 0, 0));
        // 10 tokens picked, after 34 bytes of the indexer for every token
        assertThat(reads(2, new Attention.SparseLatentAttention(LATENT, 4, 32, 10)))
                .isEqualTo(new LayerReads(0, 2 * (102 * 10 + 34 * DEPTH), 0, 0, 0, 0, 2 * 224 * 10, 2, 0, 0));
    }

    @Test
    void fixedStatesAreReadWhatsoeverTheContext() {
        // 10 · 3 elements of 4 bytes; of 2 bytes 3 taps of 10 inputs, in the second Mamba of 2 · 5 · 3 more
        assertThat(reads(2, new StateSpace(StateSpace.Variant.MAMBA_1, 10, 3, 5, 1, 4)))
                .isEqualTo(new LayerReads(0, 0, 0, 2 * 180, 0, 0, 0, 0, 2, 0));
        assertThat(reads(2, new StateSpace(StateSpace.Variant.MAMBA_2, 10, 3, 5, 1, 4)))
                .isEqualTo(new LayerReads(0, 0, 0, 2 * 360, 0, 0, 0, 0, 2, 0));
        // 3 · 7 · 5 elements of 4 bytes, 3 taps of 3 · 7 + 2 · 2 · 5 inputs of 2 bytes
        assertThat(reads(2, new Attention.GatedDelta(2, 3, 5, 7, 4)))
                .isEqualTo(new LayerReads(0, 0, 2 * 666, 0, 0, 0, 0, 0, 2, 0));
        assertThat(reads(2, new Attention.ShortConvolution(10, 4)))
                .isEqualTo(new LayerReads(0, 0, 0, 2 * 60, 0, 0, 0, 0, 2, 0));
    }

    @Test
    void layersWithoutOrWithUnknownAttentionReadNothing() {
        var nothing = new LayerReads(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

        assertThat(reads(2, new Attention.None())).isEqualTo(nothing);
        assertThat(reads(2, new Attention.Undescribed(new MissingFact("attention", "nobody describes it"))))
                .isEqualTo(nothing);
    }

    @Test
    void groupsAddUpAndEachKindOfLayerLaunchesItsKernels() {
        var heads = new Attention.FullAttention(Bench.heads(4, 2, 32, 64));
        var wide = new Attention.FullAttention(Bench.heads(1, 1, 288, 64));
        var experts = new FeedForward.MixtureOfExperts(8, 2, 64, 3, 64, 0, 0);
        LayerReads all = reads(
                group(3, heads, experts),
                group(1, wide, new FeedForward.Dense(8, 3)),
                group(2, LATENT, experts),
                group(2, new StateSpace(StateSpace.Variant.MAMBA_1, 10, 3, 5, 1, 4), new FeedForward.None()),
                group(2, new Attention.GatedDelta(2, 3, 5, 7, 4), new FeedForward.None()));

        assertThat(all)
                .isEqualTo(new LayerReads(
                        (972 + 434) * DEPTH,
                        204 * DEPTH,
                        1_332,
                        360,
                        2_304 * DEPTH,
                        704 * DEPTH,
                        448 * DEPTH,
                        6,
                        4,
                        5));
        assertThat(all.stateBytes()).isEqualTo(1_692);
        assertThat(all.launches()).isEqualTo(15);
    }

    private static LayerReads reads(int layers, Attention attention) {
        return reads(group(layers, attention, new FeedForward.None()));
    }

    private static LayerReads reads(LayerGroup... groups) {
        Scenario plain =
                Bench.scenario(Bench.machine(Bench.pool(Kind.UNIFIED, 1L << 30)), Bench.model(groups), "llama.cpp");
        return LayerReads.of(
                new Scenario(
                        plain.machine(),
                        plain.model(),
                        plain.weights(),
                        ShippedScenarios.CATALOGUE.cache("q8_0").optional().orElseThrow(),
                        plain.values(),
                        plain.runtime(),
                        plain.workload(),
                        plain.overrides()),
                DEPTH);
    }

    private static LayerGroup group(int layers, Attention attention, FeedForward feedForward) {
        return new LayerGroup(attention.toString(), layers, attention, feedForward, 0);
    }
}
