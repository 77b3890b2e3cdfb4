package org.tonari.engine.together;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tonari.domain.answer.MemoryStack;
import org.tonari.domain.answer.Projection;
import org.tonari.domain.answer.Projection.Item;
import org.tonari.domain.answer.Projection.Measure;
import org.tonari.domain.answer.Projection.Part;
import org.tonari.domain.answer.Projection.Remark;
import org.tonari.domain.answer.Speed;
import org.tonari.domain.answer.Verdict;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.machine.MemoryPool.Kind;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.FeedForward;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.model.LayerGroup;
import org.tonari.domain.question.Question;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.Bench;
import org.tonari.engine.ShippedScenarios;
import org.tonari.engine.memory.MemoryStacks;
import org.tonari.explain.Answer;
import org.tonari.explain.MissingFact;
import org.tonari.explain.Term;
import org.tonari.units.Bytes;

/// Two small models in one memory.
class SharedMemoryTest {
    private static final LanguageModel FIRST = Bench.model(Bench.layer(2, 1_000));
    private static final LanguageModel SECOND = Bench.model(Bench.layer(1, 500));

    @Test
    void eachPartIsTheSumOverTheModelsInTheOrderTheyAreDrawn() {
        Projection projection = together(roomy(), FIRST, SECOND);

        assertThat(projection.fullest().items())
                .extracting(Item::part)
                .containsExactly(Part.RUNTIME, Part.WEIGHTS, Part.KV_CACHE, Part.STATE, Part.ACTIVATIONS, Part.OTHER);
        assertThat(projection.fullest().items())
                .extracting(item -> term(item).id())
                .containsExactly(
                        "runtime_bytes",
                        "weights_bytes",
                        "kv_cache_bytes",
                        "recurrent_state_bytes",
                        "activations_bytes",
                        "other_bytes");
        assertThat(projection.fullest().required())
                .isEqualTo(required(roomy(), FIRST).plus(required(roomy(), SECOND)));
    }

    @Test
    void weightsAreNamedByTheirModel() {
        Term weights = term(together(roomy(), FIRST, SECOND).fullest().items().get(1));

        assertThat(((Term.Derived) weights).parts()).extracting(Term::id).containsExactly("name:Bench", "name:Bench");
    }

    @Test
    void onlySeveralModelsShareTheBandwidth() {
        assertThat(together(roomy(), FIRST).remarks()).isEmpty();
        assertThat(together(roomy(), FIRST, SECOND).remarks()).containsExactly(Remark.BANDWIDTH_SHARED);
    }

    /// Upper ends add up: the set fits only where both models' upper ends do.
    @Test
    void roomForTheExpectedSizesAloneIsTight() {
        long expected = required(roomy(), FIRST).plus(required(roomy(), SECOND)).count();
        long slack = slack(FIRST) + slack(SECOND);

        assertThat(slack).isPositive();
        assertThat(together(unified(expected + slack), FIRST, SECOND).verdict()).isInstanceOf(Verdict.Fits.class);
        assertThat(together(unified(expected + slack - 1), FIRST, SECOND).verdict())
                .isInstanceOf(Verdict.Tight.class);
    }

    @Test
    void whatTheCardCannotHoldSpillsIntoHostMemoryAndItsSpeedIsUnknown() {
        long expected = required(card(1L << 36, 1L << 36), FIRST).count();
        Projection spilled = together(card(expected - 100, 100), FIRST);

        assertThat(spilled.verdict()).isEqualTo(new Verdict.Spills(new Bytes(100)));
        assertThat(unpredicted(spilled).path()).isEqualTo("speed");
        assertThat(together(card(expected - 101, 100), FIRST).verdict()).isInstanceOf(Verdict.DoesNotFit.class);
    }

    @Test
    void aSetThatDoesNotRunHasNoSpeed() {
        Projection projection = together(unified(1_000), FIRST, SECOND);

        assertThat(projection.verdict().runs()).isFalse();
        assertThat(unpredicted(projection).path()).isEqualTo("fit.verdict");
    }

    @Test
    void aPartNobodyKnowsLeavesTheSetUnknown() {
        var fact = new MissingFact("attention", "nobody describes it");
        var secret = Bench.model(
                new LayerGroup("secret", 1, new Attention.Undescribed(fact), new FeedForward.Dense(8, 2), 0));
        Projection projection = together(roomy(), FIRST, secret);

        assertThat(projection.fullest().item(Part.KV_CACHE)).contains(new Answer.Unknown(fact));
        assertThat(projection.verdict()).isEqualTo(new Verdict.Unknown(fact));
    }

    @Test
    void withoutABandwidthTheSpeedIsUnknownThoughTheSetFits() {
        Machine blind = Bench.machine(
                Bench.pool(Kind.UNIFIED, 1L << 36).withBandwidth(Bench.unstated("machine.memory.bandwidth")));
        Projection projection = together(blind, FIRST);

        assertThat(projection.verdict().fits()).isTrue();
        assertThat(unpredicted(projection)).isNotNull();
    }

    private static MissingFact unpredicted(Projection projection) {
        return projection.figures().stream()
                .filter(figure -> figure.measure() == Measure.DECODE)
                .map(figure -> ((Speed.Unpredicted) figure.value()).fact())
                .findFirst()
                .orElseThrow();
    }

    private static Term term(Item item) {
        return item.size().optional().orElseThrow();
    }

    private static Bytes required(Machine machine, LanguageModel model) {
        return stack(machine, model).required().bytes();
    }

    private static long slack(LanguageModel model) {
        MemoryStack stack = stack(roomy(), model);
        return stack.requiredHigh().count() - stack.required().bytes().count();
    }

    private static MemoryStack stack(Machine machine, LanguageModel model) {
        return MemoryStacks.of(scenario(machine.withPools(List.of(machine.primaryPool())), model));
    }

    private static Machine roomy() {
        return unified(1L << 36);
    }

    private static Machine unified(long bytes) {
        return Bench.machine(Bench.pool(Kind.UNIFIED, bytes));
    }

    private static Machine card(long card, long host) {
        return Bench.machine(Bench.pool(Kind.VRAM, card), Bench.pool(Kind.HOST, host));
    }

    private static Scenario scenario(Machine machine, LanguageModel model) {
        return Bench.scenario(machine, model, "llama.cpp");
    }

    private static Projection together(Machine machine, LanguageModel... models) {
        List<Scenario> scenarios =
                Stream.of(models).map(model -> scenario(machine, model)).toList();
        return Together.of(new Question.Together(scenarios), ShippedScenarios.CATALOGUE.calibration());
    }
}
