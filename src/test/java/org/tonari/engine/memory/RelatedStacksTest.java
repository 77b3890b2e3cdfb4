package org.tonari.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tonari.domain.answer.MemoryStack;
import org.tonari.domain.answer.MemoryStack.Part;
import org.tonari.domain.answer.MemoryStack.Slice;
import org.tonari.domain.model.LanguageModel.OutputHead;
import org.tonari.domain.runtime.WeightFormat;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.ShippedScenarios;
import org.tonari.engine.memory.MemoryStacks.Detail;
import org.tonari.engine.memory.compute.Replays;
import org.tonari.explain.Term;
import org.tonari.units.Bytes;
import org.tonari.units.Tokens;

/// A stack found beside another is the one found alone.
class RelatedStacksTest {
    private static final Scenario FIRST = ShippedScenarios.of("dgx-spark", "llama-3.1-8b", "q8_0");

    private final KnownParts known = new KnownParts();

    static Stream<Arguments> changes() {
        return Stream.of(
                change(
                        "the machine",
                        one -> one.withMachine(ShippedScenarios.of("rtx-pro-6000-96", "llama-3.1-8b", "q8_0")
                                .machine())),
                change(
                        "the runtime",
                        one -> one.withRuntime(ShippedScenarios.CATALOGUE
                                .runtime("vllm")
                                .optional()
                                .orElseThrow())),
                change(
                        "the model",
                        one -> one.withModel(ShippedScenarios.CATALOGUE
                                .model("qwen3-8b")
                                .optional()
                                .orElseThrow())),
                change("the keys", one -> cached(one, "q8_0", "f16")),
                change("the values", one -> cached(one, "f16", "q8_0")),
                change("the context", one -> one.withWorkload(one.workload().withContext(new Tokens(1_024)))),
                change("the weights", one -> one.withWeights(format("q4_k_m"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void aChangeOfOneThingAnswersForItAlone(String name, UnaryOperator<Scenario> change) {
        Scenario changed = change.apply(FIRST);
        MemoryStack alone = sizes(changed);

        MemoryStack related = new RelatedStacks(FIRST, Detail.SIZES, known).of(changed);

        assertThat(related).isEqualTo(alone).isNotEqualTo(sizes(FIRST));
    }

    @Test
    void itsOwnStackIsExplainedAndThoseOfOthersAreBareSizes() {
        var stacks = new RelatedStacks(FIRST, Detail.EXPLAINED, known);
        Scenario shorter = FIRST.withWorkload(FIRST.workload().withContext(new Tokens(1_024)));

        assertThat(activations(stacks.own())).isInstanceOf(Term.Derived.class);
        assertThat(activations(stacks.of(FIRST.withWeights(format("q4_k_m"))))).isInstanceOf(Term.Derived.class);
        assertThat(activations(stacks.of(shorter))).isInstanceOf(Term.Given.class);
    }

    @Test
    void theEmbeddingCountsTwiceWhereItStandsOnTheCardAndWithTheHost() {
        Scenario card = ShippedScenarios.of("hp-omen-45l-rtx-5090", "gemma-3-4b", "q8_0");
        WeightFormat format = format("q4_k_m");
        WeightBytes bytes = WeightBytes.of(card.model(), format);
        Scenario vllm = card.withRuntime(
                ShippedScenarios.CATALOGUE.runtime("vllm").optional().orElseThrow());

        assertThat(card.model().head()).isEqualTo(OutputHead.TIED);
        assertThat(weights(card, format)).isEqualTo(bytes.total().plus(bytes.embedding()));
        assertThat(weights(vllm, format)).isEqualTo(bytes.total());
        assertThat(weights(card.withMachine(FIRST.machine()), format)).isEqualTo(bytes.total());
    }

    @Test
    void aHeadOfItsOwnNeedsNoSecondEmbedding() {
        Scenario card = ShippedScenarios.of("hp-omen-45l-rtx-5090", "llama-3.1-8b", "q8_0");

        assertThat(card.model().head()).isEqualTo(OutputHead.SEPARATE);
        assertThat(weights(card, format("q8_0")))
                .isEqualTo(WeightBytes.of(card.model(), format("q8_0")).total());
    }

    private Bytes weights(Scenario scenario, WeightFormat format) {
        return new RelatedStacks(scenario, Detail.SIZES, known).weights(format);
    }

    private static MemoryStack sizes(Scenario scenario) {
        WeightBytes weights = WeightBytes.of(scenario.model(), scenario.weights());
        return MemoryStacks.of(scenario, weights, Detail.SIZES, new Replays());
    }

    private static Term activations(MemoryStack stack) {
        return stack.pools().getFirst().slices().stream()
                .filter(slice -> slice.part() == Part.ACTIVATIONS)
                .map(Slice::size)
                .findFirst()
                .orElseThrow()
                .optional()
                .orElseThrow();
    }

    private static Scenario cached(Scenario scenario, String keys, String values) {
        return new Scenario(
                scenario.machine(),
                scenario.model(),
                scenario.weights(),
                ShippedScenarios.CATALOGUE.cache(keys).optional().orElseThrow(),
                ShippedScenarios.CATALOGUE.cache(values).optional().orElseThrow(),
                scenario.runtime(),
                scenario.workload(),
                scenario.overrides());
    }

    private static Arguments change(String name, UnaryOperator<Scenario> change) {
        return Arguments.of(name, change);
    }

    private static WeightFormat format(String id) {
        return ShippedScenarios.CATALOGUE.weights(id).optional().orElseThrow();
    }
}
