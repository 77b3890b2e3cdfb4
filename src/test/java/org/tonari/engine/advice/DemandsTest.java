package org.tonari.engine.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonari.domain.answer.Compatibility;
import org.tonari.domain.answer.Compatibility.Effect;
import org.tonari.domain.answer.Compatibility.Finding;
import org.tonari.domain.answer.Compatibility.State;
import org.tonari.domain.answer.Estimate;
import org.tonari.domain.answer.Fit;
import org.tonari.domain.answer.Recommendation;
import org.tonari.domain.answer.Recommendation.Demand;
import org.tonari.domain.answer.Recommendation.Outcome;
import org.tonari.domain.answer.Speed;
import org.tonari.domain.answer.Verdict;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.machine.MemoryPool.Kind;
import org.tonari.domain.question.Wish;
import org.tonari.domain.question.Wish.Limit;
import org.tonari.engine.Bench;
import org.tonari.explain.Source;
import org.tonari.explain.Term;
import org.tonari.units.Bytes;

class DemandsTest {

    @Test
    void eachDemandIsTestedInTheOrderOfThePage() {
        assertThat(tests(Asked.MACHINE, everyLimit(1e9), Asked.estimate(25, 1)))
                .extracting(Recommendation.Test::demand)
                .containsExactly(
                        Demand.MEMORY,
                        Demand.SOFTWARE,
                        Demand.DECODE,
                        Demand.FIRST_TOKEN,
                        Demand.JOB_TIME,
                        Demand.FORM,
                        Demand.IDLE_WATTS,
                        Demand.BUDGET,
                        Demand.LOAD_WATTS,
                        Demand.VOLUME,
                        Demand.WEIGHT,
                        Demand.NOISE);
    }

    @Test
    void whatNobodyDemandsIsNotTested() {
        var tests = new Tests(
                        Asked.inquiry(Asked.undemanding(), Wish.DEFAULT, Optional.empty()),
                        Asked.MACHINE,
                        List.of(),
                        Optional.empty())
                .all();

        assertThat(tests).extracting(Recommendation.Test::demand).containsExactly(Demand.MEMORY);
    }

    /// 20 tokens a second are wanted: the slowest of the models counts.
    @ParameterizedTest(name = "{0} and {1} tokens a second: {2}")
    @CsvSource({"20, 20, MET", "19.9, 30, MISSED", "30, 19.9, MISSED", "21, 30, MET"})
    void everyModelMustDecodeAsFastAsWanted(double one, double other, Outcome outcome) {
        assertOutcome(
                tests(Asked.MACHINE, Wish.DEFAULT, Asked.estimate(one, 1), Asked.estimate(other, 1)),
                Demand.DECODE,
                outcome);
    }

    @Test
    void aWishForSpeedStandsInPlaceOfTheUses() {
        Wish modest = Wish.DEFAULT.withLimit(Limit.DECODE_RATE, 5);

        assertOutcome(tests(Asked.MACHINE, modest, Asked.estimate(6, 1)), Demand.DECODE, Outcome.MET);
        assertOutcome(tests(Asked.MACHINE, modest, Asked.estimate(4, 1)), Demand.DECODE, Outcome.MISSED);
    }

    @ParameterizedTest(name = "after {0} s: {1}")
    @CsvSource({"2, MET", "2.1, MISSED", "0.5, MET"})
    void theFirstTokenMustComeInTime(double seconds, Outcome outcome) {
        assertOutcome(tests(Asked.MACHINE, Wish.DEFAULT, Asked.estimate(25, seconds)), Demand.FIRST_TOKEN, outcome);
    }

    @Test
    void aSpeedNobodyKnowsLeavesTheDemandOpenWhicheverModelItIs() {
        Estimate unknown = Asked.with(new Speed.Unknown(Asked.missing("calibration")));

        assertOutcome(tests(Asked.MACHINE, Wish.DEFAULT, unknown), Demand.FIRST_TOKEN, Outcome.UNKNOWN);
        assertOutcome(
                tests(Asked.MACHINE, Wish.DEFAULT, Asked.estimate(25, 1), unknown), Demand.DECODE, Outcome.UNKNOWN);
        assertOutcome(
                tests(Asked.MACHINE, Wish.DEFAULT, unknown, Asked.estimate(25, 1)), Demand.DECODE, Outcome.UNKNOWN);
    }

    @Test
    void whatDoesNotRunMissesItsSpeedRatherThanLeaveItOpen() {
        Estimate stopped = Asked.with(new Speed.NotRunning());

        assertOutcome(tests(Asked.MACHINE, Wish.DEFAULT, stopped), Demand.DECODE, Outcome.MISSED);
        assertOutcome(tests(Asked.MACHINE, Wish.DEFAULT, stopped), Demand.FIRST_TOKEN, Outcome.MISSED);
    }

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        "NATIVE, NATIVE, MET",
        "NATIVE, UPCAST, MET",
        "FALLBACK, NATIVE, MET",
        "NATIVE, UNSUPPORTED, MISSED",
        "UNSUPPORTED, NATIVE, MISSED",
        "UNKNOWN, NATIVE, UNKNOWN",
        "UNSUPPORTED, UNKNOWN, UNKNOWN"
    })
    void theWorstKernelsOfSeveralModelsCount(State one, State other, Outcome outcome) {
        assertOutcome(
                tests(Asked.MACHINE, Wish.DEFAULT, kernels(one, "one"), kernels(other, "other")),
                Demand.SOFTWARE,
                outcome);
    }

    @Test
    void ofKernelsThatAreAlikeTheFirstModelsSourceIsCited() {
        var tests = tests(Asked.MACHINE, Wish.DEFAULT, kernels(State.UPCAST, "one"), kernels(State.UPCAST, "other"));
        var figure = Asked.test(tests, Demand.SOFTWARE)
                .orElseThrow()
                .figure()
                .optional()
                .orElseThrow();

        assertThat(figure)
                .isInstanceOfSatisfying(
                        Term.Given.class,
                        given -> assertThat(given.source().citation()).isEqualTo("one"));
    }

    /// The figure of the machine, one that meets it exactly, and one just below.
    @ParameterizedTest(name = "{0} of {1} meets {1}, not {2}")
    @CsvSource({
        "BUDGET_YEN, 30000, 29999, BUDGET",
        "LOAD_WATTS, 100, 99, LOAD_WATTS",
        "VOLUME_LITRES, 2, 1.9, VOLUME",
        "WEIGHT_KILOGRAMS, 1.5, 1.4, WEIGHT",
        "NOISE_DECIBELS, 38, 37, NOISE"
    })
    void aLimitIsMetUpToTheFigureItself(Limit limit, double met, double missed, Demand demand) {
        assertOutcome(tests(Asked.MACHINE, Wish.DEFAULT.withLimit(limit, met)), demand, Outcome.MET);
        assertOutcome(tests(Asked.MACHINE, Wish.DEFAULT.withLimit(limit, missed)), demand, Outcome.MISSED);
        assertThat(Asked.test(tests(Asked.MACHINE, Wish.DEFAULT), demand)).isEmpty();
    }

    @Test
    void aMachineThatSaysNothingLeavesItsLimitsOpen() {
        Machine silent = Bench.machine(Bench.pool(Kind.UNIFIED, 1_000));
        var tests = tests(silent, everyLimit(1e9));

        for (Demand demand : List.of(
                Demand.FORM,
                Demand.IDLE_WATTS,
                Demand.BUDGET,
                Demand.LOAD_WATTS,
                Demand.VOLUME,
                Demand.WEIGHT,
                Demand.NOISE)) {
            assertOutcome(tests, demand, Outcome.UNKNOWN);
        }
    }

    @Test
    void anotherFormMisses() {
        Machine tower = Bench.described(
                Asked.MACHINE,
                Asked.MACHINE.power(),
                List.of(),
                Asked.facts("tower", "200 × 100 × 100 mm", "1.5 kg", "38 dBA"));

        assertOutcome(tests(Asked.MACHINE, Wish.DEFAULT), Demand.FORM, Outcome.MET);
        assertOutcome(tests(tower, Wish.DEFAULT), Demand.FORM, Outcome.MISSED);
    }

    /// 1,000 bytes may be taken, 900 are stated; with a run its own verdict decides, even where more is required.
    @Test
    void memoryOfAUseIsHeldAgainstTheMachineWhereThereIsNoRun() {
        var tests = tests(Asked.MACHINE, Wish.DEFAULT);

        assertOutcome(tests, Demand.MEMORY, Outcome.MET);
        Recommendation.Test memory = Asked.test(tests, Demand.MEMORY).orElseThrow();
        assertThat(memory.figure().optional().orElseThrow().bytes()).isEqualTo(new Bytes(900));
        assertThat(memory.wanted().optional().orElseThrow().bytes()).isEqualTo(new Bytes(1_000));
        Machine small = Bench.machine(Bench.pool(Kind.UNIFIED, 899));
        assertOutcome(tests(small, Wish.DEFAULT), Demand.MEMORY, Outcome.MISSED);
    }

    @Test
    void aRunThatSpillsMeetsItsMemory() {
        Estimate plain = Asked.estimate();
        var spilled = new Estimate(
                plain.scenario(),
                plain.memory(),
                new Fit(
                        new Verdict.Spills(new Bytes(1)),
                        plain.fit().spare(),
                        plain.fit().longestContext(),
                        List.of()),
                plain.speed(),
                plain.compatibility(),
                plain.cost());
        Recommendation.Test memory = Asked.test(tests(Asked.MACHINE, Wish.DEFAULT, spilled), Demand.MEMORY)
                .orElseThrow();

        assertThat(memory.outcome()).isEqualTo(Outcome.MET);
        assertThat(memory.wanted()).isEqualTo(plain.memory().pools().getFirst().usable());
    }

    private static Wish everyLimit(double value) {
        Map<Limit, Double> limits = new EnumMap<>(Limit.class);
        for (Limit limit : Limit.values()) {
            limits.put(limit, limit == Limit.DECODE_RATE ? 1 : value);
        }
        return new Wish("bench-work", limits);
    }

    private static Estimate kernels(State state, String citation) {
        return Asked.with(new Compatibility(
                state,
                new Finding.Stated("so it is", Map.of()),
                Effect.NONE,
                Compatibility.NOT_STATED,
                Source.of(Source.Kind.VENDOR, citation),
                List.of()));
    }

    private static List<Recommendation.Test> tests(Machine machine, Wish wish, Estimate... estimates) {
        return Asked.tests(machine, wish, List.of(estimates), Optional.empty());
    }

    private static void assertOutcome(List<Recommendation.Test> tests, Demand demand, Outcome outcome) {
        assertThat(Asked.test(tests, demand).orElseThrow().outcome())
                .as(demand.toString())
                .isEqualTo(outcome);
    }
}
