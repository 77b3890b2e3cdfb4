package org.tonari.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.Attention.Heads;
import org.tonari.domain.model.Attention.LatentAttention;
import org.tonari.domain.model.Attention.Trait;
import org.tonari.domain.model.FeedForward;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.model.LayerGroup;
import org.tonari.domain.model.TensorRole;
import org.tonari.engine.laws.Architecture;

/// Where values and down-projections stand among their like, layer by layer.
class TensorPositionsTest {
    private static final FeedForward DENSE = new FeedForward.Dense(64, 3);
    private static final FeedForward EXPERTS = new FeedForward.MixtureOfExperts(8, 2, 64, 3, 64, 0, 0);
    private static final FeedForward NONE = new FeedForward.None();
    private static final LatentAttention LATENT = new LatentAttention(2, 0, 64, 32, 32, 32);

    @Test
    void valuesAreCountedWhereALayerHasAProjectionForThem() {
        LanguageModel model = model(
                layer(new Attention.FullAttention(heads()), DENSE),
                layer(new Attention.FullAttention(heads(Trait.KEY_IS_VALUE)), DENSE),
                layer(new Attention.SlidingWindowAttention(heads(), 8), DENSE),
                layer(new Attention.SlidingWindowAttention(heads(Trait.KEY_IS_VALUE), 8), DENSE),
                layer(new Attention.ChunkedAttention(heads(Trait.KEY_IS_VALUE, Trait.FUSED_PROJECTION), 8), DENSE),
                layer(LATENT, DENSE),
                layer(new Attention.SparseLatentAttention(LATENT, 2, 32, 8), DENSE),
                layer(new Attention.StateSpace(Attention.StateSpace.Variant.MAMBA_2, 64, 16, 1, 2, 4), DENSE),
                layer(new Attention.GatedDelta(1, 2, 16, 16, 4), DENSE),
                layer(new Attention.ShortConvolution(64, 3), DENSE),
                layer(new Attention.None(), DENSE),
                layer(new Attention.ChunkedAttention(heads(), 8), DENSE));
        var positions = new TensorPositions(model);

        assertThat(indices(positions, TensorRole.ATTENTION_VALUE, model))
                .containsExactly(0, 1, 1, 2, 2, 3, 3, 3, 3, 4, 4, 4);
        assertThat(indices(positions, TensorRole.ATTENTION_FUSED, model))
                .containsExactly(0, 1, 1, 2, 2, 3, 3, 3, 3, 4, 4, 4);
        assertThat(positions.count(TensorRole.ATTENTION_VALUE)).isEqualTo(5);
        assertThat(positions.count(TensorRole.FEED_FORWARD_DOWN)).isEqualTo(12);
        assertThat(indices(positions, TensorRole.ATTENTION_OUTPUT, model))
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
    }

    @Test
    void downProjectionsOfDenseModelsAreCountedOneAfterTheOther() {
        LanguageModel model = model(
                layer(new Attention.FullAttention(heads()), NONE),
                layer(new Attention.FullAttention(heads()), DENSE),
                layer(new Attention.None(), NONE),
                layer(new Attention.None(), DENSE));

        assertThat(indices(new TensorPositions(model), TensorRole.FEED_FORWARD_DOWN, model))
                .containsExactly(0, 0, 1, 1);
    }

    @Test
    void withExpertsAnywhereTheLayerItselfCounts() {
        LanguageModel model = model(
                layer(new Attention.FullAttention(heads()), NONE),
                layer(new Attention.FullAttention(heads()), DENSE),
                layer(new Attention.FullAttention(heads()), EXPERTS));
        var positions = new TensorPositions(model);

        for (TensorRole role :
                List.of(TensorRole.FEED_FORWARD_DOWN, TensorRole.EXPERT_DOWN, TensorRole.SHARED_EXPERT_DOWN)) {
            assertThat(indices(positions, role, model)).containsExactly(0, 1, 2);
        }
    }

    @Test
    void aLayerIsBeforeAttentionWhereTheNextOneReadsACache() {
        LanguageModel model = model(
                layer(new Attention.None(), DENSE),
                layer(new Attention.FullAttention(heads()), DENSE),
                layer(new Attention.SlidingWindowAttention(heads(), 8), DENSE),
                layer(new Attention.ChunkedAttention(heads(), 8), DENSE),
                layer(LATENT, DENSE),
                layer(new Attention.SparseLatentAttention(LATENT, 2, 32, 8), DENSE),
                layer(new Attention.GatedDelta(1, 2, 16, 16, 4), DENSE),
                layer(new Attention.ShortConvolution(64, 3), DENSE),
                layer(new Attention.StateSpace(Attention.StateSpace.Variant.MAMBA_1, 64, 16, 1, 2, 4), DENSE),
                layer(new Attention.None(), DENSE));
        var positions = new TensorPositions(model);

        assertThat(IntStream.range(0, 10).mapToObj(positions::isBeforeAttention))
                .containsExactly(true, true, true, true, true, false, false, false, false, false);
    }

    private static List<Integer> indices(TensorPositions positions, TensorRole role, LanguageModel model) {
        return IntStream.range(0, model.layers())
                .map(layer -> positions.index(role, layer))
                .boxed()
                .toList();
    }

    private static Heads heads(Trait... traits) {
        return new Heads(4, 2, 32, 32, Set.of(traits));
    }

    private static LayerGroup layer(Attention attention, FeedForward feedForward) {
        return new LayerGroup("layer", 1, attention, feedForward, 0);
    }

    private static LanguageModel model(LayerGroup... layers) {
        return Architecture.of(List.of(layers));
    }
}
