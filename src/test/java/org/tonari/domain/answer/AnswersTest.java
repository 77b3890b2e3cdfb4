package org.tonari.domain.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.tonari.domain.Parts.changed;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tonari.domain.Parts;
import org.tonari.domain.answer.MemoryStack.Part;
import org.tonari.domain.answer.MemoryStack.Placement;
import org.tonari.domain.answer.MemoryStack.PoolStack;
import org.tonari.domain.answer.MemoryStack.Served;
import org.tonari.domain.answer.MemoryStack.Slice;
import org.tonari.domain.answer.Recommendation.Demand;
import org.tonari.domain.answer.Recommendation.Standing;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.machine.MemoryPool;
import org.tonari.domain.machine.NetworkLink;
import org.tonari.domain.question.CostAssumptions;
import org.tonari.domain.question.Linking;
import org.tonari.domain.question.Question;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.ShippedScenarios;
import org.tonari.explain.Answer;
import org.tonari.explain.MissingFact;
import org.tonari.explain.Operation;
import org.tonari.explain.Source;
import org.tonari.explain.Term;
import org.tonari.units.Bytes;
import org.tonari.units.Ratio;
import org.tonari.units.Seconds;
import org.tonari.units.Tokens;
import org.tonari.units.Unit;

/// What an estimate answers, on small figures added up by hand.
class AnswersTest {
    private static final Source SOURCE = Source.of(Source.Kind.DERIVED, "a test");
    private static final MissingFact FACT = new MissingFact("a.figure", "nobody said");
    private static final Answer MISSING = new Answer.Unknown(FACT);
    private static final Placement SPLIT = new Placement(0, 3);
    private static final PoolStack CARD = pool(
            new Slice(Part.WEIGHTS, bytes(100)),
            new Slice(Part.KV_CACHE, bytes(20)),
            new Slice(Part.KV_CACHE, bytes(3)),
            new Slice(Part.OTHER, MISSING));
    private static final PoolStack HOST = pool(new Slice(Part.WEIGHTS, bytes(1_000)));

    private static Term term(long bytes) {
        return Term.given("bytes", new Bytes(bytes), SOURCE);
    }

    private static Answer bytes(long bytes) {
        return Answer.of(term(bytes));
    }

    private static PoolStack pool(Slice... slices) {
        return new PoolStack(MemoryPool.Kind.VRAM, bytes(1), bytes(1), bytes(1), Bytes.ZERO, bytes(1), List.of(slices));
    }

    private static MemoryStack stack(Placement placement, PoolStack... pools) {
        return new MemoryStack(
                List.of(pools), term(123), new Bytes(113), new Bytes(130), term(1), placement, Served.all(4));
    }

    @Test
    void aPoolAddsUpWhatIsKnown() {
        assertThat(CARD.size(Part.KV_CACHE)).isEqualTo(new Bytes(23));
        assertThat(CARD.size(Part.ACTIVATIONS)).isEqualTo(Bytes.ZERO);
        assertThat(CARD.size(Part.OTHER)).isEqualTo(Bytes.ZERO);
        assertThat(CARD.required()).isEqualTo(new Bytes(123));
    }

    @Test
    void theHostCountsOnlyWhereLayersAreLaidThere() {
        assertThat(stack(Placement.NONE, CARD, HOST).inUse()).containsExactly(CARD);
        assertThat(stack(Placement.NONE, CARD, HOST).size(Part.WEIGHTS)).isEqualTo(new Bytes(100));
        assertThat(stack(SPLIT, CARD, HOST).inUse()).containsExactly(CARD, HOST);
        assertThat(stack(SPLIT, CARD, HOST).size(Part.WEIGHTS)).isEqualTo(new Bytes(1_100));
        assertThat(new Placement(1, 0).isSplit()).isTrue();
        assertThat(new Placement(0, 1).isSplit()).isTrue();
        assertThat(Placement.NONE.isSplit()).isFalse();
    }

    @Test
    void servingFewerKeepsTheWidthOfTheInterval() {
        // 10 below and 7 above, as before
        MemoryStack fewer =
                stack(Placement.NONE, CARD, HOST).serving(Served.all(2), List.of(HOST), term(1_000), term(9));

        assertThat(fewer.requiredLow()).isEqualTo(new Bytes(990));
        assertThat(fewer.requiredHigh()).isEqualTo(new Bytes(1_007));
        assertThat(fewer.required()).isEqualTo(term(1_000));
        assertThat(fewer.reserved()).isEqualTo(term(9));
        assertThat(fewer.pools()).containsExactly(HOST);
        assertThat(fewer.served().sequences()).isEqualTo(2);
    }

    @Test
    void whatIsMissingIsNamedWhereverItIs() {
        PoolStack sound = HOST;

        assertThat(stack(Placement.NONE, sound).missing()).isEmpty();
        assertThat(stack(Placement.NONE, sound, CARD).missing()).contains(FACT);
        for (String part : List.of("capacity", "osOverhead", "usable")) {
            assertThat(stack(Placement.NONE, Parts.with(sound, part, MISSING)).missing())
                    .as(part)
                    .contains(FACT);
        }
    }

    @Test
    void allAreServedUnlessSomeWait() {
        assertThat(Served.all(4)).extracting(Served::sequences, Served::isAll).containsExactly(4, true);
        assertThat(Parts.with(Served.all(4), "asked", 5).isAll()).isFalse();
        assertThat(Served.all(4).waiting()).isEqualTo(Bytes.ZERO);
    }

    @Test
    void someUsersWaitWhereNotAllFindRoom() {
        var verdict = new Verdict.Fits(Bytes.ZERO);
        var all = new ConcurrencyCurve.Point(2, 2, verdict, new Speed.NotRunning());
        var some = new ConcurrencyCurve.Point(4, 3, verdict, new Speed.NotRunning());

        assertThat(all.isQueued()).isFalse();
        assertThat(some.isQueued()).isTrue();
        assertThat(new ConcurrencyCurve(List.of(all, some)).mostAtOnce()).hasValue(3);
        assertThat(new ConcurrencyCurve(List.of(all)).mostAtOnce()).isEmpty();
    }

    @Test
    void aSpeedTellsByHowMuchAMeasurementShiftedIt() {
        var rate = new Speed.Estimated(1, Term.given("rate", new Ratio(2), SOURCE), 3);
        Term time = Term.given("time", new Seconds(3), SOURCE);
        Term factor = Term.given("anchor_factor", new Ratio(0.5), SOURCE);
        Term shifted = Term.derived("step", Unit.SECONDS, Operation.PRODUCT, time, factor);
        var plain = new Speed.Known(rate, rate, rate, rate, time, Speed.Limit.MEMORY_BANDWIDTH, Speed.Evidence.A);

        assertThat(rate.value()).isEqualTo(2);
        assertThat(plain.shift()).isEqualTo(OptionalDouble.empty());
        assertThat(Parts.with(plain, "stepTime", shifted).shift()).hasValue(0.5);
        assertThat(Parts.with(plain, "stepTime", Term.derived("step", Unit.SECONDS, Operation.SUM, time))
                        .shift())
                .isEmpty();
        assertThat(plain.known()).contains(plain);
        assertThat(new Speed.NotRunning().known()).isEmpty();
    }

    @Test
    void whatFitsRunsAndWhatSpillsRunsToo() {
        Stream<Verdict> none = Stream.of(
                new Verdict.DoesNotFit(Bytes.ZERO, Verdict.Reason.WEIGHTS_TOO_LARGE), new Verdict.Unknown(FACT));

        assertThat(none).noneMatch(Verdict::fits).noneMatch(Verdict::runs);
        assertThat(new Verdict.Fits(Bytes.ZERO)).matches(Verdict::fits).matches(Verdict::runs);
        assertThat(new Verdict.Tight(Bytes.ZERO)).matches(Verdict::fits).matches(Verdict::runs);
        assertThat(new Verdict.Spills(Bytes.ZERO)).matches(Verdict::runs).matches(it -> !it.fits());
        assertThat(Verdict.Reason.values())
                .filteredOn(Verdict.Reason::isOfTheRuntime)
                .containsExactly(
                        Verdict.Reason.OPTIONS_REFUSED,
                        Verdict.Reason.WEIGHTS_NOT_READ,
                        Verdict.Reason.RUNTIME_UNSUPPORTED);
    }

    @Test
    void remarksGoByTheirWords() {
        assertThat(Stream.of(
                                new Remark.ContextBeyondModel(new Tokens(2), new Tokens(1)),
                                new Remark.SplittingSavesNothing(),
                                new Remark.NoDraftingHead(),
                                new Remark.NoProjector(),
                                new Remark.SequencesWait(2, 1),
                                new Remark.TakesBeyondAdvice(Bytes.ZERO, Bytes.ZERO),
                                new Remark.CacheSlowOnProcessor(),
                                new Remark.PlainAttentionNotCounted())
                        .map(Remark::word))
                .containsExactly(
                        "context_beyond_model",
                        "splitting_saves_nothing",
                        "no_drafting_head",
                        "no_projector",
                        "sequences_wait",
                        "takes_beyond_advice",
                        "cache_slow_on_processor",
                        "plain_attention_not_counted");
    }

    @Test
    void aCostAnswersWhatItWasAskedFor() {
        var cost = new Cost(
                CostAssumptions.DEFAULT,
                Map.of(Cost.Figure.WATTS, bytes(1), Cost.Figure.JOULES_PER_TOKEN, MISSING),
                Optional.empty());

        assertThat(cost.watts()).isEqualTo(bytes(1));
        assertThat(cost.joulesPerToken()).isEqualTo(MISSING);
        assertThatNullPointerException()
                .isThrownBy(() -> cost.of(Cost.Figure.PURCHASE))
                .withMessage("PURCHASE");
    }

    @Test
    void anEstimateTakesAnotherCost() {
        Scenario scenario = ShippedScenarios.of("dgx-spark", "llama-3.1-8b", "q8_0");
        Estimate estimate = ShippedScenarios.estimator().estimate(scenario);
        var cost = new Cost(CostAssumptions.DEFAULT, Map.of(Cost.Figure.WATTS, bytes(1)), Optional.empty());

        assertThat(changed(estimate, estimate.withCost(cost))).containsExactly("cost");
    }

    private static Projection.Load load(int machine, Projection.Item... items) {
        return new Projection.Load(
                machine, MemoryPool.Kind.VRAM, bytes(1), bytes(1), bytes(1), bytes(1), List.of(items));
    }

    private static Projection.Item item(Projection.Part part, long bytes) {
        return new Projection.Item(part, bytes(bytes));
    }

    @Test
    void aProjectionTellsItsFullestMemoryAndItsFigures() {
        Projection.Load light = load(0, item(Projection.Part.WEIGHTS, 5));
        Projection.Load full = load(
                1,
                item(Projection.Part.WEIGHTS, 5),
                item(Projection.Part.STATE, 2),
                new Projection.Item(Projection.Part.OTHER, MISSING));
        Projection.Load same = load(2, item(Projection.Part.RUNTIME, 7));
        var rate = new Speed.Estimated(1, Term.given("rate", new Ratio(2), SOURCE), 3);
        var projection = new Projection(
                List.of(light, full, same),
                new Verdict.Fits(Bytes.ZERO),
                List.of(
                        new Projection.Figure(Projection.Measure.GAIN, "", new Speed.Unpredicted(FACT)),
                        new Projection.Figure(Projection.Measure.DECODE, "", rate)),
                Speed.Evidence.C,
                List.of());

        assertThat(full.required()).isEqualTo(new Bytes(7));
        assertThat(full.item(Projection.Part.STATE)).contains(bytes(2));
        assertThat(full.item(Projection.Part.GRADIENTS)).isEmpty();
        assertThat(projection.fullest()).isSameAs(full);
        assertThat(projection.figure(Projection.Measure.DECODE)).contains(rate);
        assertThat(projection.figure(Projection.Measure.GAIN)).isEmpty();
        assertThat(projection.figure(Projection.Measure.PREFILL)).isEmpty();
    }

    private static Recommendation tested(Recommendation.Outcome... outcomes) {
        Machine machine =
                ShippedScenarios.of("dgx-spark", "llama-3.1-8b", "q8_0").machine();
        return new Recommendation(
                machine,
                Stream.of(outcomes)
                        .map(outcome -> new Recommendation.Test(Demand.MEMORY, outcome, MISSING, MISSING))
                        .toList(),
                MISSING);
    }

    @Test
    void oneMissedDemandDecidesAndOneOpenOneLeavesItOpen() {
        Recommendation missing = tested(
                Recommendation.Outcome.MET,
                Recommendation.Outcome.MISSED,
                Recommendation.Outcome.MISSED,
                Recommendation.Outcome.UNKNOWN);

        assertThat(missing.missed()).isEqualTo(2);
        assertThat(missing.open()).isEqualTo(1);
        assertThat(missing.standing()).isEqualTo(Standing.MISSES);
        assertThat(tested(Recommendation.Outcome.MET, Recommendation.Outcome.UNKNOWN)
                        .standing())
                .isEqualTo(Standing.OPEN);
        assertThat(tested(Recommendation.Outcome.MET).standing()).isEqualTo(Standing.MEETS_ALL);
    }

    @Test
    void aQuestionIsAboutOneMachine() {
        Scenario scenario = ShippedScenarios.of("dgx-spark", "llama-3.1-8b", "q8_0");
        NetworkLink link = ShippedScenarios.CATALOGUE.links().getFirst();

        assertThat(new Question.Together(List.of(scenario)).machine()).isEqualTo(scenario.machine());
        assertThat(new Question.Linked(scenario, Linking.DEFAULT, link).machine())
                .isEqualTo(scenario.machine());
    }
}
