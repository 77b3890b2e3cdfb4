package org.tonari.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.model.LanguageModel.StoredTensors;
import org.tonari.domain.model.LayerGroup;
import org.tonari.domain.model.TensorRole;
import org.tonari.domain.model.TensorTable;
import org.tonari.domain.runtime.WeightFormat;
import org.tonari.domain.runtime.WeightFormat.LayerSelection;
import org.tonari.engine.memory.WeightBytes.Share;
import org.tonari.profiles.ShippedModels;
import org.tonari.units.Bytes;

final class WeightBytesTest {
    /// 12 layers, 1,024 wide, 16 query and 4 key/value heads of 64, feed-forward 4,096, vocabulary 32,000.
    private static final LanguageModel SMALL = ShippedModels.dryAllocation("llama-260m-q4-0");

    private static final long KEY_OR_VALUE = 1024 * 256;
    private static final long QUERY_OR_OUTPUT = 1024 * 1024;
    private static final long FEED_FORWARD = 1024 * 4096;
    private static final long NORMS = 2 * 1024 * 4;

    @ParameterizedTest(name = "layer {0}: more bits {1}")
    @CsvSource(textBlock = """
        # 12 layers: the first eighth is layer 0, the last begins at 7 · 12 ÷ 8 = 10,
        # and between them every third: (layer − 1) mod 3 = 2
        0,  true
        1,  false
        2,  false
        3,  true
        4,  false
        5,  false
        6,  true
        7,  false
        8,  false
        9,  true
        10, true
        11, true
        """)
    void q4KMKeepsValuesAndDownProjectionsOfSomeLayersInSixBits(int layer, boolean more) {
        WeightBytes weights = WeightBytes.of(SMALL, ShippedModels.weights("q4_k_m"));

        // Q4_K: 144 bytes for 256 weights; Q6_K: 210
        long raised = more ? 210 : 144;
        long expected = (2 * QUERY_OR_OUTPUT + KEY_OR_VALUE + 2 * FEED_FORWARD) / 256 * 144
                + (KEY_OR_VALUE + FEED_FORWARD) / 256 * raised
                + NORMS;
        assertThat(weights.layerDense(layer).count()).isEqualTo(expected);
    }

    @Test
    void q4KMKeepsTheHeadInSixBitsAndASeparateEmbeddingInFour() {
        WeightBytes weights = WeightBytes.of(SMALL, ShippedModels.weights("q4_k_m"));

        assertThat(weights.head().count()).isEqualTo(32_000L * 1024 / 256 * 210);
        assertThat(weights.embedding().count()).isEqualTo(32_000L * 1024 / 256 * 144);
    }

    @Test
    void q4KMKeepsATiedEmbeddingInSixBits() {
        LanguageModel tied = ShippedModels.dryAllocation("qwen3-0.6b-like-q4-0");

        WeightBytes weights = WeightBytes.of(tied, ShippedModels.weights("q4_k_m"));

        assertThat(weights.head()).isEqualTo(Bytes.ZERO);
        assertThat(weights.embedding().count()).isEqualTo(151_936L * 1024 / 256 * 210);
    }

    @Test
    void rowsThatDoNotFillABlockTakeTheFallback() {
        LanguageModel nemotron = ShippedModels.model("nemotron-3-nano-30b-a3b");

        WeightBytes weights = WeightBytes.of(nemotron, ShippedModels.weights("q4_k_m"));

        // Rows of 1,856 and of 2,688 are no multiples of 256: Q5_0 in place of Q4_K, Q8_0 in place of Q6_K.
        assertThat(weights.shares())
                .filteredOn(share -> share.role().isRoutedExpert())
                .extracting(share -> share.block().id())
                .containsOnly("q5_0", "q8_0");
    }

    @Test
    void eightExpertsKeepKeysAndValuesInEightBits() {
        WeightBytes weights = WeightBytes.of(ShippedModels.model("mixtral-8x7b"), ShippedModels.weights("q4_k_m"));

        assertThat(weights.shares())
                .filteredOn(
                        share -> share.role() == TensorRole.ATTENTION_KEY || share.role() == TensorRole.ATTENTION_VALUE)
                .extracting(share -> share.block().id())
                .containsOnly("q8_0");
    }

    @Test
    void seventyBillionParametersKeepValuesInFiveBitsAtLeast() {
        WeightBytes weights = WeightBytes.of(ShippedModels.model("llama-3.3-70b"), ShippedModels.weights("q4_k_m"));

        assertThat(weights.shares())
                .filteredOn(share -> share.role() == TensorRole.ATTENTION_VALUE)
                .extracting(share -> share.block().id())
                .containsExactlyInAnyOrder("q5_k", "q6_k");
    }

    @Test
    void expertsPublishedInMxfp4StayThereInEveryGgufFormat() {
        LanguageModel model = ShippedModels.model("gpt-oss-20b");

        for (String id : List.of("q4_k_m", "q8_0", "q2_k", "f16")) {
            assertThat(WeightBytes.of(model, ShippedModels.weights(id)).shares())
                    .filteredOn(share -> share.role().isRoutedExpert())
                    .extracting(share -> share.block().id())
                    .containsOnly("mxfp4");
        }
    }

    static Stream<LanguageModel> models() {
        return ShippedModels.all().stream();
    }

    @ParameterizedTest
    @MethodSource("models")
    void layersAndOuterPartsAreTheTotalInEveryFormat(LanguageModel model) {
        for (WeightFormat format : ShippedModels.weights()) {
            WeightBytes weights = WeightBytes.of(model, format);
            Bytes shares = weights.shares().stream().map(Share::bytes).reduce(Bytes.ZERO, Bytes::plus);
            Bytes layers = Bytes.ZERO;
            for (int layer = 0; layer < model.layers(); layer++) {
                layers = layers.plus(weights.layerDense(layer)).plus(weights.layerExperts(layer));
            }
            // Outside the layers stands the last norm as well, among the small tensors.
            Bytes outer = weights.embedding().plus(weights.head()).plus(weights.role(TensorRole.LOOKUP_TABLE));
            Bytes lastNorm = shares.minus(layers).minus(outer);

            assertThat(weights.total()).as(format.id()).isEqualTo(shares);
            assertThat(lastNorm.count())
                    .as(format.id())
                    .isBetween(model.smallParameters(), 4 * model.smallParameters());
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyWeightOfTheTableIsPacked(LanguageModel model) {
        for (WeightFormat format : ShippedModels.weights()) {
            long elements = WeightBytes.of(model, format).shares().stream()
                    .mapToLong(Share::elements)
                    .sum();

            assertThat(elements).as(format.id()).isEqualTo(TensorTable.parameters(model));
        }
    }

    @Property(tries = 40)
    void twiceTheLayersTakeTwiceTheBytes(@ForAll @IntRange(min = 1, max = 60) int layers) {
        WeightFormat format = ShippedModels.weights("q8_0");

        WeightBytes once = WeightBytes.of(withLayers(SMALL, layers), format);
        WeightBytes twice = WeightBytes.of(withLayers(SMALL, 2 * layers), format);

        Bytes outside =
                WeightBytes.of(SMALL, format).total().minus(layer(format).times(12L));
        assertThat(once.total().minus(outside)).isEqualTo(layer(format).times(layers));
        assertThat(twice.total().minus(outside)).isEqualTo(layer(format).times(2L * layers));
    }

    @Property
    void aboutHalfOfAllLayersGetMoreBits(@ForAll @IntRange(min = 16, max = 200) int layers) {
        long raised = Stream.iterate(0, layer -> layer + 1)
                .limit(layers)
                .filter(layer -> WeightRules.includes(LayerSelection.MORE_BITS, layer, layers))
                .count();

        assertThat((double) raised / layers).isBetween(0.4, 0.6);
    }

    @Property
    void narrowSelectionsLieWithinWideOnes(
            @ForAll @IntRange(min = 1, max = 200) int layers, @ForAll @IntRange(min = 0, max = 199) int layer) {
        if (WeightRules.includes(LayerSelection.FIRST_SIXTEENTH, layer, layers)) {
            assertThat(WeightRules.includes(LayerSelection.FIRST_EIGHTH, layer, layers))
                    .isTrue();
        }
        if (WeightRules.includes(LayerSelection.FIRST_EIGHTH, layer, layers)) {
            assertThat(WeightRules.includes(LayerSelection.MORE_BITS, layer, layers))
                    .isTrue();
        }
    }

    @Test
    void aModelReadFromAFileTakesWhatTheFileSays() {
        LanguageModel model = stored(ShippedModels.model("qwen3-30b-a3b"));

        WeightBytes weights = WeightBytes.of(model, ShippedModels.weights("q4_k_m"));

        assertThat(weights.total().count()).isEqualTo(1_000_003 + 77 + 50 + 10);
        assertThat(weights.embedding().count()).isEqualTo(50);
        assertThat(layers(model, weights::layerExperts)).isEqualTo(1_000_003);
        assertThat(layers(model, weights::layerDense)).isEqualTo(87);
    }

    private static long layers(LanguageModel model, IntFunction<Bytes> layer) {
        long sum = 0;
        for (int i = 0; i < model.layers(); i++) {
            sum += layer.apply(i).count();
        }
        return sum;
    }

    private static LanguageModel stored(LanguageModel model) {
        return copy(
                model,
                model.groups(),
                model.order(),
                List.of(
                        new StoredTensors(TensorRole.EXPERT_UP, 2_000_000, new Bytes(1_000_003)),
                        new StoredTensors(TensorRole.ATTENTION_QUERY, 140, new Bytes(77)),
                        new StoredTensors(TensorRole.ROUTER, 5, new Bytes(10)),
                        new StoredTensors(TensorRole.TOKEN_EMBEDDING, 90, new Bytes(50))));
    }

    private static Bytes layer(WeightFormat format) {
        return WeightBytes.of(SMALL, format).layerDense(0);
    }

    private static LanguageModel withLayers(LanguageModel model, int layers) {
        var groups = new ArrayList<LayerGroup>();
        groups.add(model.groups().getFirst().withCount(layers));
        return copy(model, groups, Collections.nCopies(layers, 0), List.of());
    }

    private static LanguageModel copy(
            LanguageModel model, List<LayerGroup> groups, List<Integer> order, List<StoredTensors> stored) {
        return new LanguageModel(
                model.id(),
                model.name(),
                model.family(),
                model.source(),
                model.hiddenSize(),
                model.vocabulary(),
                model.head(),
                model.smallParameters(),
                groups,
                order,
                model.extras(),
                model.maxContext(),
                model.nativeWeights(),
                stored,
                model.details());
    }
}
