package org.tonari.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.Attention.Heads;
import org.tonari.domain.model.FeedForward;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.model.LayerGroup;
import org.tonari.domain.model.TensorRole;
import org.tonari.domain.runtime.BlockFormat;
import org.tonari.domain.runtime.WeightFormat;
import org.tonari.domain.runtime.WeightFormat.Container;
import org.tonari.domain.runtime.WeightFormat.LayerSelection;
import org.tonari.domain.runtime.WeightFormat.ModelCondition;
import org.tonari.domain.runtime.WeightFormat.Rule;
import org.tonari.engine.laws.Architecture;
import org.tonari.explain.Source;

class WeightRulesTest {
    private static final BlockFormat RARE = new BlockFormat("rare", 1, 4);
    private static final BlockFormat USUAL = new BlockFormat("usual", 1, 1);
    private static final Attention.LatentAttention LATENT = new Attention.LatentAttention(2, 0, 64, 32, 32, 32);

    /// llama.cpp's `use_more_bits`: the first eighth, the last, and every third between.
    @ParameterizedTest(name = "{0} of {1} tensors: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        MORE_BITS        | 32 | 0 1 2 3 6 9 12 15 18 21 24 27 28 29 30 31
        MORE_BITS        | 7  | 2 5 6
        FIRST_EIGHTH     | 32 | 0 1 2 3
        FIRST_SIXTEENTH  | 32 | 0 1
        FIRST_TWO        | 32 | 0 1
        FIRST_FOUR       | 32 | 0 1 2 3
        ALL              | 3  | 0 1 2
        BEFORE_ATTENTION | 3  |
        """)
    void aSelectionNamesLayersByTheirPlace(LayerSelection selection, int count, String chosen) {
        List<String> included = IntStream.range(0, count)
                .filter(index -> WeightRules.includes(selection, index, count))
                .mapToObj(String::valueOf)
                .toList();

        assertThat(String.join(" ", included)).isEqualTo(chosen == null ? "" : chosen);
    }

    @ParameterizedTest(name = "{0} query heads on {1} in a {2} layer: {3}")
    @CsvSource(textBlock = """
        8, 2, full,    true
        7, 2, full,    false
        8, 2, sliding, true
        6, 2, sliding, false
        8, 2, chunked, true
        6, 2, chunked, false
        1, 1, latent,  true
        1, 1, sparse,  true
        1, 1, delta,   true
        1, 1, state,   false
        1, 1, none,    false
        """)
    void groupedByFourLooksAtTheFirstLayer(long query, long keyValue, String kind, boolean holds) {
        LanguageModel model = Architecture.of(List.of(
                layer(attention(kind, query, keyValue), new FeedForward.Dense(64, 3)),
                layer(attention("full", holds ? 1 : 8, 1), new FeedForward.Dense(64, 3))));

        assertThat(holds(ModelCondition.GROUPED_BY_FOUR, model)).isEqualTo(holds);
    }

    @Test
    void eightExpertsAreExactlyEightInSomeLayer() {
        assertThat(holds(ModelCondition.EIGHT_EXPERTS, experts(8))).isTrue();
        assertThat(holds(ModelCondition.EIGHT_EXPERTS, experts(7))).isFalse();
        assertThat(holds(ModelCondition.EIGHT_EXPERTS, experts(16))).isFalse();
    }

    @Test
    void eightyLayersAreTakenFor70B() {
        LanguageModel forty = Architecture.stacked(experts(8), 20);

        assertThat(forty.layers()).isEqualTo(40);
        assertThat(holds(ModelCondition.SEVENTY_B, forty)).isFalse();
        assertThat(holds(ModelCondition.SEVENTY_B, Architecture.stacked(forty, 2)))
                .isTrue();
    }

    private static boolean holds(ModelCondition condition, LanguageModel model) {
        var format = new WeightFormat(
                "test",
                "Test",
                Set.of(Container.GGUF),
                "8bit",
                Map.of(),
                List.of(
                        new Rule(Set.of(), LayerSelection.ALL, condition, RARE),
                        new Rule(Set.of(), LayerSelection.ALL, ModelCondition.ANY, USUAL)),
                Optional.empty(),
                Source.of(Source.Kind.DERIVED, "a test"));
        return new WeightRules(model, format)
                .candidates(TensorRole.FEED_FORWARD_DOWN)
                .getFirst()
                .block()
                .equals(RARE);
    }

    private static LanguageModel experts(long number) {
        return Architecture.of(List.of(
                layer(attention("full", 1, 1), new FeedForward.Dense(64, 3)),
                layer(attention("full", 1, 1), new FeedForward.MixtureOfExperts(number, 2, 64, 3, 64, 0, 0))));
    }

    private static LayerGroup layer(Attention attention, FeedForward feedForward) {
        return new LayerGroup("layer", 1, attention, feedForward, 0);
    }

    private static Attention attention(String kind, long query, long keyValue) {
        var heads = new Heads(query, keyValue, 32, 32, Set.of());
        return switch (kind) {
            case "full" -> new Attention.FullAttention(heads);
            case "sliding" -> new Attention.SlidingWindowAttention(heads, 8);
            case "chunked" -> new Attention.ChunkedAttention(heads, 8);
            case "latent" -> LATENT;
            case "sparse" -> new Attention.SparseLatentAttention(LATENT, 2, 32, 8);
            case "delta" -> new Attention.GatedDelta(1, 1, 16, 16, 4);
            case "state" -> new Attention.StateSpace(Attention.StateSpace.Variant.MAMBA_2, 64, 16, 1, 2, 4);
            default -> new Attention.None();
        };
    }
}
