package org.tonari.domain.model;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tonari.domain.Parts;
import org.tonari.domain.model.Attention.GatedDelta;
import org.tonari.domain.model.Attention.Heads;
import org.tonari.domain.model.Attention.LatentAttention;
import org.tonari.domain.model.Attention.SparseLatentAttention;
import org.tonari.domain.model.Attention.StateSpace;
import org.tonari.domain.model.FeedForward.Dense;
import org.tonari.domain.model.FeedForward.MixtureOfExperts;
import org.tonari.engine.ShippedScenarios;

/// What no part of a model can be: one step beyond what it may be, each is refused in words.
class ModelBoundsTest {
    private static final Heads HEADS = new Heads(1, 1, 1, 1, Set.of());
    private static final LatentAttention LATENT = new LatentAttention(1, 0, 1, 1, 1, 1);
    private static final LanguageModel MODEL =
            ShippedScenarios.of("dgx-spark", "llama-3.1-8b", "q8_0").model();
    private static final MixtureOfExperts MIXTURE = new MixtureOfExperts(2, 2, 1, 2, 1, 0, 0);
    private static final LayerGroup GROUP =
            new LayerGroup("full", 1, new Attention.None(), new FeedForward.None(), 0, List.of());

    private static Arguments at(Record least, String part, Object beyond, String said) {
        return Arguments.of(least, part, beyond, said);
    }

    static List<Arguments> layers() {
        var space = new StateSpace(StateSpace.Variant.MAMBA_1, 1, 1, 0, 0, 1);
        var delta = new GatedDelta(1, 1, 1, 1, 1);
        var sparse = new SparseLatentAttention(LATENT, 1, 1, 1);
        return List.of(
                at(HEADS, "query", 0L, "query heads must be positive: 0"),
                at(HEADS, "keyValue", 0L, "key/value heads must be positive: 0"),
                at(HEADS, "keySize", 0L, "key size must be positive: 0"),
                at(HEADS, "valueSize", -1L, "value size must be positive: -1"),
                at(new Attention.SlidingWindowAttention(HEADS, 1), "window", 0L, "window must be positive: 0"),
                at(new Attention.ChunkedAttention(HEADS, 1), "chunk", 0L, "chunk must be positive: 0"),
                at(LATENT, "heads", 0L, "heads must be positive: 0"),
                at(LATENT, "latentRank", 0L, "latent rank must be positive: 0"),
                at(LATENT, "ropeSize", 0L, "rotary key size must be positive: 0"),
                at(LATENT, "plainSize", 0L, "plain key size must be positive: 0"),
                at(LATENT, "valueSize", 0L, "value size must be positive: 0"),
                at(sparse, "indexerHeads", 0L, "indexer heads must be positive: 0"),
                at(sparse, "indexerSize", 0L, "indexer size must be positive: 0"),
                at(sparse, "selectedTokens", 0L, "selected tokens must be positive: 0"),
                at(space, "innerSize", 0L, "inner size must be positive: 0"),
                at(space, "stateSize", 0L, "state size must be positive: 0"),
                at(space, "convolution", 0L, "convolution must be positive: 0"),
                at(delta, "keyHeads", 0L, "key heads must be positive: 0"),
                at(delta, "valueHeads", 0L, "value heads must be positive: 0"),
                at(delta, "keySize", 0L, "key size must be positive: 0"),
                at(delta, "valueSize", 0L, "value size must be positive: 0"),
                at(delta, "convolution", 0L, "convolution must be positive: 0"),
                at(new Attention.ShortConvolution(1, 1), "width", 0L, "width must be positive: 0"),
                at(new Attention.ShortConvolution(1, 1), "convolution", 0L, "convolution must be positive: 0"),
                at(new Dense(1, 2), "width", 0L, "not a feed-forward network: 0 × 2"),
                at(new Dense(1, 2), "matrices", 1, "not a feed-forward network: 1 × 1"),
                at(new Dense(1, 3), "matrices", 4, "not a feed-forward network: 1 × 4"),
                at(Parts.with(MIXTURE, "active", 1L), "experts", 0L, "not a mixture of experts: 1 of 0 × 1"),
                at(MIXTURE, "active", 0L, "not a mixture of experts: 0 of 2 × 1"),
                at(MIXTURE, "active", 3L, "not a mixture of experts: 3 of 2 × 1"),
                at(MIXTURE, "width", 0L, "not a mixture of experts: 2 of 2 × 0"),
                at(MIXTURE, "inputSize", 0L, "not a mixture of experts: 2 of 2 × 1"),
                at(MIXTURE, "matrices", 1, "not a mixture of experts: 1 matrices"),
                at(Parts.with(MIXTURE, "matrices", 3), "matrices", 4, "not a mixture of experts: 4 matrices"),
                at(MIXTURE, "sharedWidth", -1L, "not a mixture of experts: 2 matrices"),
                at(MIXTURE, "parallelWidth", -1L, "not a mixture of experts: 2 matrices"),
                at(GROUP, "kind", " ", "not a group of layers:   × 1"),
                at(GROUP, "count", 0, "not a group of layers: full × 0"),
                at(GROUP, "smallParameters", -1L, "not a group of layers: full × 1"),
                at(WeightTensor.of(TensorRole.SMALL, 1, 1), "columns", 0L, "not a tensor: 0 × 1 × 1"),
                at(WeightTensor.of(TensorRole.SMALL, 1, 1), "rows", 0L, "not a tensor: 1 × 0 × 1"),
                at(WeightTensor.of(TensorRole.SMALL, 1, 1), "copies", 0L, "not a tensor: 1 × 1 × 0"));
    }

    static List<Arguments> models() {
        var image = ShippedScenarios.CATALOGUE
                .diffusionModel("flux.1-dev")
                .optional()
                .orElseThrow();
        LanguageModel least =
                Parts.with(Parts.with(Parts.with(MODEL, "hiddenSize", 1L), "vocabulary", 1L), "smallParameters", 0L);
        var blocks = new DiffusionModel.Blocks("double", 1, DiffusionModel.Blocks.Stream.ALL, 1, 1, 0, 1);
        return List.of(
                at(MODEL, "id", "Upper", "not a model id: Upper"),
                at(least, "hiddenSize", 0L, "llama-3.1-8b needs a hidden size and a vocabulary"),
                at(least, "vocabulary", 0L, "llama-3.1-8b needs a hidden size and a vocabulary"),
                at(least, "smallParameters", -1L, "llama-3.1-8b needs a hidden size and a vocabulary"),
                at(MODEL, "order", List.of(), "stand 0 times in the order, not 32"),
                at(MODEL, "order", List.of(1), "names a kind that is not there"),
                at(MODEL, "order", List.of(-1), "names a kind that is not there"),
                at(new LanguageModel.Extra(LanguageModel.Extra.Kind.MTP, 1), "parameters", 0L, "an extra part needs"),
                at(Parts.with(image, "steps", 1), "steps", 0, "needs parts, layers, steps"),
                at(Parts.with(image, "passes", 1), "passes", 0, "needs parts, layers, steps"),
                at(Parts.with(image, "passes", 2), "passes", 3, "flux.1-dev needs parts"),
                at(image, "components", List.of(), "needs parts"),
                at(image, "blocks", List.of(), "needs parts"),
                at(image, "id", "FLUX", "not a diffusion model's id: FLUX"),
                at(
                        Parts.with(image.components().getFirst(), "parameters", 1L),
                        "parameters",
                        0L,
                        "needs parameters: 0"),
                at(blocks, "count", 0, "not a kind of layers: double"),
                at(blocks, "cell", 0, "not a kind of layers: double"),
                at(blocks, "linear", 0L, "not a kind of layers: double"),
                at(blocks, "width", -1L, "not a kind of layers: double"),
                at(blocks, "inner", 0L, "not a kind of layers: double"));
    }

    @ParameterizedTest(name = "{0}: {1} of {2}")
    @MethodSource({"layers", "models"})
    void onePartBeyondItsBoundsIsRefusedInWords(Record sound, String part, Object beyond, String said) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parts.with(sound, part, beyond))
                .withMessageContaining(said);
    }
}
