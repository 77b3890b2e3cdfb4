package org.tonari.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.model.LanguageModel.Extra;
import org.tonari.domain.model.LanguageModel.StoredTensors;
import org.tonari.domain.model.TensorRole;
import org.tonari.domain.runtime.BlockFormat;
import org.tonari.domain.runtime.WeightFormat;
import org.tonari.engine.memory.WeightBytes.Share;
import org.tonari.profiles.ShippedModels;
import org.tonari.units.Bytes;

/// Weights of a file that mixes precisions.
class StoredWeightsTest {
    private static final LanguageModel DENSE = ShippedModels.model("llama-3.1-8b");
    private static final LanguageModel SEEING = ShippedModels.model("qwen2.5-vl-7b");
    private static final WeightFormat Q8 = ShippedModels.weights("q8_0");

    private static WeightBytes weights(LanguageModel model, StoredTensors... stored) {
        return WeightBytes.of(model.withStored(List.of(stored)), Q8);
    }

    private static StoredTensors tensors(TensorRole role, long elements, long bytes) {
        return new StoredTensors(role, elements, new Bytes(bytes));
    }

    @Test
    void wholeBlocksOfTheFormatKeepItsNameAndLayoutTheLastBeingFilledUp() {
        // Q8_0: 34 bytes for 32 weights; 100 weights fill 4 blocks
        Share share = weights(DENSE, tensors(TensorRole.ATTENTION_QUERY, 100, 4 * 34))
                .shares()
                .getFirst();

        assertThat(share.block().elements()).isEqualTo(32);
        assertThat(share.block().bytes()).isEqualTo(34);
        assertThat(share.elements()).isEqualTo(100);
        assertThat(share.bytes().count()).isEqualTo(4 * 34);
    }

    @Test
    void anotherSizeIsOneBlockOfTheFilesAverage() {
        BlockFormat block = weights(DENSE, tensors(TensorRole.ATTENTION_QUERY, 100, 4 * 34 + 1))
                .shares()
                .getFirst()
                .block();

        assertThat(block.elements()).isEqualTo(100);
        assertThat(block.bytes()).isEqualTo(137);
    }

    @Test
    void aRoleThatTheFormatKnowsNothingOfIsTheFilesOwn() {
        BlockFormat block = weights(DENSE, tensors(TensorRole.ROUTER, 10, 40))
                .shares()
                .getFirst()
                .block();

        assertThat(block).isEqualTo(new BlockFormat("file", 10, 40));
    }

    @Test
    void partsBesideTheModelAndEmptyOnesAreNoSharesOfIt() {
        WeightBytes weights = weights(
                SEEING,
                tensors(TensorRole.VISION, 10, 20),
                tensors(TensorRole.AUDIO, 10, 20),
                tensors(TensorRole.MTP, 10, 20),
                tensors(TensorRole.ATTENTION_KEY, 0, 20),
                tensors(TensorRole.ATTENTION_VALUE, 10, 0),
                tensors(TensorRole.ATTENTION_OUTPUT, 1, 1));

        assertThat(weights.shares()).extracting(Share::role).containsExactly(TensorRole.ATTENTION_OUTPUT);
        assertThat(weights.total()).isEqualTo(new Bytes(1));
    }

    @Test
    void aPartBesideTheModelTakesWhatTheFileSaysElseWhatTheFormatDoes() {
        var computed = WeightBytes.of(SEEING.withoutStored(), Q8);
        StoredTensors key = tensors(TensorRole.ATTENTION_KEY, 1, 1);

        assertThat(weights(SEEING, key, tensors(TensorRole.VISION, 10, 20)).extra(Extra.Kind.VISION))
                .isEqualTo(new Bytes(20));
        assertThat(weights(SEEING, key).extra(Extra.Kind.VISION)).isEqualTo(computed.extra(Extra.Kind.VISION));
        assertThat(computed.extra(Extra.Kind.VISION).count()).isPositive();
        assertThat(WeightBytes.of(DENSE, Q8).extra(Extra.Kind.VISION)).isEqualTo(Bytes.ZERO);
    }

    @Test
    void equalLayersGetEqualPartsToTheByteAndTablesNone() {
        int layers = DENSE.layers();
        WeightBytes weights = weights(
                DENSE,
                tensors(TensorRole.ATTENTION_QUERY, 9, 10L * layers),
                tensors(TensorRole.TOKEN_EMBEDDING, 9, 1_000),
                tensors(TensorRole.OUTPUT_HEAD, 9, 2_000),
                tensors(TensorRole.LOOKUP_TABLE, 9, 3_000));

        assertThat(IntStream.range(0, layers).mapToObj(weights::layerDense)).containsOnly(new Bytes(10));
        assertThat(IntStream.range(0, layers).mapToObj(weights::layerExperts)).containsOnly(Bytes.ZERO);
        assertThat(weights.embedding()).isEqualTo(new Bytes(1_000));
        assertThat(weights.head()).isEqualTo(new Bytes(2_000));
        assertThat(weights.hasRoutedExperts()).isFalse();
    }

    @Test
    void aTokenReadsNoTableUnlessItIsTheHeadAsWell() {
        LanguageModel tied = ShippedModels.model("gemma-3-4b");
        StoredTensors[] stored = {
            tensors(TensorRole.ATTENTION_QUERY, 1, 1),
            tensors(TensorRole.TOKEN_EMBEDDING, 1, 2),
            tensors(TensorRole.LOOKUP_TABLE, 1, 4)
        };

        assertThat(weights(tied, stored).readByToken())
                .extracting(Share::role)
                .containsExactly(TensorRole.ATTENTION_QUERY, TensorRole.TOKEN_EMBEDDING);
        assertThat(weights(DENSE, stored).readByToken())
                .extracting(Share::role)
                .containsExactly(TensorRole.ATTENTION_QUERY);
    }

    @Test
    void onlyEmbeddingAndHeadTurnHiddenStatesIntoLogits() {
        assertThat(WeightBytes.of(DENSE, Q8).shares().stream().filter(Share::isHead))
                .extracting(Share::role)
                .containsExactlyInAnyOrder(TensorRole.TOKEN_EMBEDDING, TensorRole.OUTPUT_HEAD);
    }
}
