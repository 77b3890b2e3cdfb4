package org.tonari.domain.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonari.domain.model.WeightTensor.of;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tonari.domain.Parts;
import org.tonari.domain.model.Attention.GatedDelta;
import org.tonari.domain.model.Attention.Heads;
import org.tonari.domain.model.Attention.LatentAttention;
import org.tonari.domain.model.Attention.SparseLatentAttention;
import org.tonari.domain.model.Attention.StateSpace;
import org.tonari.domain.model.Attention.Trait;
import org.tonari.domain.model.FeedForward.Dense;
import org.tonari.domain.model.FeedForward.MixtureOfExperts;
import org.tonari.domain.model.LanguageModel.Extra;
import org.tonari.domain.model.LanguageModel.OutputHead;
import org.tonari.explain.MissingFact;
import org.tonari.profiles.ShippedModels;

/// The matrices of each kind of layer, columns by rows, worked by hand for a hidden size of 100.
class LayerMatricesTest {
    private static final long HIDDEN = 100;

    private static Heads heads(Trait... traits) {
        return new Heads(6, 2, 16, 8, Set.of(traits));
    }

    private static List<WeightTensor> of100(Attention attention) {
        return AttentionTensors.of(attention, HIDDEN);
    }

    @Test
    void softmaxAttentionProjectsQueriesKeysValuesAndTheOutput() {
        // queries 6 · 16, keys 2 · 16, values 2 · 8, output from 6 · 8
        List<WeightTensor> plain = List.of(
                of(TensorRole.ATTENTION_QUERY, 100, 96),
                of(TensorRole.ATTENTION_KEY, 100, 32),
                of(TensorRole.ATTENTION_VALUE, 100, 16),
                of(TensorRole.ATTENTION_OUTPUT, 48, 100));

        assertThat(of100(new Attention.FullAttention(heads()))).isEqualTo(plain);
        assertThat(of100(new Attention.SlidingWindowAttention(heads(), 64))).isEqualTo(plain);
        assertThat(of100(new Attention.ChunkedAttention(heads(), 64))).isEqualTo(plain);
    }

    @Test
    void anOutputGateDoublesTheQueriesAndASharedProjectionSavesTheValues() {
        assertThat(of100(new Attention.FullAttention(heads(Trait.OUTPUT_GATE, Trait.KEY_IS_VALUE))))
                .containsExactly(
                        of(TensorRole.ATTENTION_QUERY, 100, 192),
                        of(TensorRole.ATTENTION_KEY, 100, 32),
                        of(TensorRole.ATTENTION_OUTPUT, 48, 100));
    }

    @Test
    void aFusedProjectionIsOneMatrixOfAllThreeWidths() {
        assertThat(of100(new Attention.FullAttention(heads(Trait.FUSED_PROJECTION))))
                .containsExactly(
                        of(TensorRole.ATTENTION_FUSED, 100, 96 + 32 + 16), of(TensorRole.ATTENTION_OUTPUT, 48, 100));
        assertThat(of100(new Attention.FullAttention(heads(Trait.FUSED_PROJECTION, Trait.OUTPUT_GATE))))
                .first()
                .isEqualTo(of(TensorRole.ATTENTION_FUSED, 100, 192 + 32 + 16));
    }

    @Test
    void latentAttentionGoesThroughRanksUpAndDown() {
        // queries 4 · (24 + 8); the cached vector 32 + 8
        assertThat(of100(new LatentAttention(4, 20, 32, 8, 24, 12)))
                .containsExactly(
                        of(TensorRole.LATENT_DOWN, 100, 20),
                        of(TensorRole.LATENT_UP, 20, 128),
                        of(TensorRole.LATENT_DOWN, 100, 40),
                        new WeightTensor(TensorRole.LATENT_UP, 24, 32, 4),
                        new WeightTensor(TensorRole.LATENT_UP, 32, 12, 4),
                        of(TensorRole.ATTENTION_OUTPUT, 48, 100));
        assertThat(of100(new LatentAttention(4, 0, 32, 8, 24, 12)))
                .hasSize(5)
                .startsWith(of(TensorRole.ATTENTION_QUERY, 100, 128), of(TensorRole.LATENT_DOWN, 100, 40));
    }

    @Test
    void anIndexerReadsTheCompressedQueriesOrElseTheLayersInput() {
        var ranked = new SparseLatentAttention(new LatentAttention(4, 20, 32, 8, 24, 12), 3, 16, 64);
        var plain = new SparseLatentAttention(new LatentAttention(4, 0, 32, 8, 24, 12), 3, 16, 64);

        assertThat(of100(ranked))
                .hasSize(9)
                .endsWith(
                        of(TensorRole.INDEXER, 20, 48),
                        of(TensorRole.INDEXER, 100, 16),
                        of(TensorRole.INDEXER, 100, 3));
        assertThat(of100(plain)).hasSize(8).contains(of(TensorRole.INDEXER, 100, 48));
    }

    @Test
    void statesAreFedAndReadByMatricesOfTheirOwn() {
        // Mamba 1: in 2 · 80, time step and maps 5 + 2 · 7; Mamba 2: in 2 · 80 + 2 · 2 · 7 + 5
        assertThat(of100(new StateSpace(StateSpace.Variant.MAMBA_1, 80, 7, 1, 5, 4)))
                .containsExactly(
                        of(TensorRole.STATE_INPUT, 100, 160),
                        of(TensorRole.STATE_SMALL, 80, 19),
                        of(TensorRole.STATE_SMALL, 5, 80),
                        of(TensorRole.STATE_OUTPUT, 80, 100));
        assertThat(of100(new StateSpace(StateSpace.Variant.MAMBA_2, 80, 7, 2, 5, 4)))
                .containsExactly(of(TensorRole.STATE_INPUT, 100, 193), of(TensorRole.STATE_OUTPUT, 80, 100));
        // keys 2 · 16, values 4 · 8: in 2 · 32 + 32
        assertThat(of100(new GatedDelta(2, 4, 16, 8, 4)))
                .containsExactly(
                        of(TensorRole.ATTENTION_FUSED, 100, 96),
                        of(TensorRole.ATTENTION_GATE, 100, 32),
                        new WeightTensor(TensorRole.STATE_SMALL, 100, 4, 2),
                        of(TensorRole.STATE_OUTPUT, 32, 100));
        assertThat(of100(new Attention.ShortConvolution(60, 3)))
                .containsExactly(of(TensorRole.STATE_INPUT, 100, 180), of(TensorRole.STATE_OUTPUT, 60, 100));
        assertThat(of100(new Attention.None())).isEmpty();
        assertThat(of100(new Attention.Undescribed(new MissingFact("a", "b")))).isEmpty();
    }

    @Test
    void aNetworkHasAGateWhereItHasThreeMatrices() {
        assertThat(FeedForwardTensors.of(new Dense(40, 3), HIDDEN))
                .containsExactly(
                        of(TensorRole.FEED_FORWARD_GATE, 100, 40),
                        of(TensorRole.FEED_FORWARD_UP, 100, 40),
                        of(TensorRole.FEED_FORWARD_DOWN, 40, 100));
        assertThat(FeedForwardTensors.of(new Dense(40, 2), HIDDEN))
                .containsExactly(of(TensorRole.FEED_FORWARD_UP, 100, 40), of(TensorRole.FEED_FORWARD_DOWN, 40, 100));
        assertThat(FeedForwardTensors.of(new FeedForward.None(), HIDDEN)).isEmpty();
    }

    @Test
    void aMixtureHasARouterItsExpertsAndWhateverStandsBesideThem() {
        assertThat(FeedForwardTensors.of(new MixtureOfExperts(8, 2, 30, 2, 100, 0, 0), HIDDEN))
                .containsExactly(
                        of(TensorRole.ROUTER, 100, 8),
                        new WeightTensor(TensorRole.EXPERT_UP, 100, 30, 8),
                        new WeightTensor(TensorRole.EXPERT_DOWN, 30, 100, 8));
        assertThat(FeedForwardTensors.of(new MixtureOfExperts(8, 2, 30, 2, 64, 50, 70), HIDDEN))
                .containsExactly(
                        of(TensorRole.ROUTER, 100, 8),
                        new WeightTensor(TensorRole.EXPERT_UP, 64, 30, 8),
                        new WeightTensor(TensorRole.EXPERT_DOWN, 30, 64, 8),
                        of(TensorRole.SHARED_EXPERT_UP, 100, 50),
                        of(TensorRole.SHARED_EXPERT_DOWN, 50, 100),
                        of(TensorRole.FEED_FORWARD_UP, 100, 70),
                        of(TensorRole.FEED_FORWARD_DOWN, 70, 100),
                        of(TensorRole.EXPERT_LATENT, 100, 64),
                        of(TensorRole.EXPERT_LATENT, 64, 100));
    }

    @Test
    void whatIsSmallStandsInOneRowAndNothingWhereThereIsNone() {
        LanguageModel model = ShippedModels.model("qwen3-0.6b");
        LayerGroup bare = new LayerGroup("bare", 1, new Attention.None(), new FeedForward.None(), 0);

        assertThat(TensorTable.layer(model, bare)).isEmpty();
        assertThat(TensorTable.layer(model, Parts.with(bare, "smallParameters", 7L)))
                .containsExactly(of(TensorRole.SMALL, 7, 1));
        assertThat(TensorTable.layer(
                        model, Parts.with(bare, "adapters", List.of(of(TensorRole.LAYER_EMBEDDING, 2, 3)))))
                .containsExactly(of(TensorRole.LAYER_EMBEDDING, 2, 3));
    }

    @Test
    void outsideTheLayersStandTheEmbeddingAHeadOfItsOwnAndTables() {
        LanguageModel model = Parts.with(ShippedModels.model("qwen3-0.6b"), "smallParameters", 0L);
        WeightTensor embedding = of(TensorRole.TOKEN_EMBEDDING, model.hiddenSize(), model.vocabulary());
        WeightTensor head = of(TensorRole.OUTPUT_HEAD, model.hiddenSize(), model.vocabulary());
        LanguageModel parts = Parts.with(
                model,
                "extras",
                List.of(new Extra(Extra.Kind.VISION, 9), new Extra(Extra.Kind.LOOKUP_TABLE, model.vocabulary() * 4)));

        assertThat(TensorTable.outer(model)).containsExactly(embedding);
        assertThat(TensorTable.outer(Parts.with(model, "head", OutputHead.SEPARATE)))
                .containsExactly(embedding, head);
        assertThat(TensorTable.outer(Parts.with(parts, "smallParameters", 5L)))
                .containsExactly(
                        embedding, of(TensorRole.LOOKUP_TABLE, 4, model.vocabulary()), of(TensorRole.SMALL, 5, 1));
    }

    @Test
    void aTableHasARowForEachTokenWhereItDividesSo() {
        LanguageModel model = ShippedModels.model("qwen3-0.6b");
        long tokens = model.vocabulary();

        assertThat(TensorTable.extra(model, new Extra(Extra.Kind.LOOKUP_TABLE, tokens * 3)))
                .isEqualTo(of(TensorRole.LOOKUP_TABLE, 3, tokens));
        assertThat(TensorTable.extra(model, new Extra(Extra.Kind.LOOKUP_TABLE, tokens * 3 + 1)))
                .isEqualTo(of(TensorRole.LOOKUP_TABLE, tokens * 3 + 1, 1));
        assertThat(TensorTable.extra(model, new Extra(Extra.Kind.VISION, tokens * 3)))
                .isEqualTo(of(TensorRole.VISION, tokens * 3, 1));
        assertThat(TensorTable.extra(model, new Extra(Extra.Kind.AUDIO, 5))).isEqualTo(of(TensorRole.AUDIO, 5, 1));
        assertThat(TensorTable.extra(model, new Extra(Extra.Kind.MTP, 5))).isEqualTo(of(TensorRole.MTP, 5, 1));
    }
}
