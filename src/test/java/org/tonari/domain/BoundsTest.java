package org.tonari.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tonari.domain.answer.Speed;
import org.tonari.domain.comparison.Candidate;
import org.tonari.domain.comparison.ComparisonTest;
import org.tonari.domain.comparison.OwnMeasurement;
import org.tonari.domain.comparison.Pin;
import org.tonari.domain.comparison.Setup;
import org.tonari.domain.evidence.Calibration;
import org.tonari.domain.evidence.Claim;
import org.tonari.domain.evidence.ClaimCheck;
import org.tonari.domain.evidence.ClaimFigure;
import org.tonari.domain.evidence.Measurement;
import org.tonari.domain.evidence.MemoryReading;
import org.tonari.domain.evidence.Reach;
import org.tonari.domain.evidence.Trial;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.machine.MemoryPool;
import org.tonari.domain.question.ModelSet;
import org.tonari.domain.question.Question;
import org.tonari.domain.question.UseCase;
import org.tonari.domain.question.Wish;
import org.tonari.domain.runtime.BlockFormat;
import org.tonari.domain.runtime.InferenceRuntime.Allocation;
import org.tonari.domain.runtime.QualityLoss;
import org.tonari.domain.scenario.Anchor;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.ShippedScenarios;
import org.tonari.explain.Operation;
import org.tonari.explain.Source;
import org.tonari.explain.Sourced;
import org.tonari.explain.Term;
import org.tonari.units.Bytes;
import org.tonari.units.Ratio;
import org.tonari.units.Tokens;
import org.tonari.units.TokensPerSecond;
import org.tonari.units.Unit;

/// What no value of the domain can be, models apart, which have a test of their own: each part on its own, one step
/// beyond what it may be, is refused in words.
class BoundsTest {
    private static final Source SOURCE = Source.of(Source.Kind.DERIVED, "a test");
    private static final Scenario SCENARIO = ShippedScenarios.of("dgx-spark", "llama-3.1-8b", "q8_0");
    private static final Allocation.PagedShareOfFree FREE =
            new Allocation.PagedShareOfFree(new Tokens(1), new Tokens(1), 1);

    private static Arguments at(Record least, String part, Object beyond, String said) {
        return Arguments.of(least, part, beyond, said);
    }

    static List<Arguments> machines() {
        Machine machine = SCENARIO.machine();
        MemoryPool pool = machine.primaryPool();
        var reserve = new MemoryPool.Reserve(new Bytes(5), new Bytes(5), new Bytes(5));
        return List.of(
                at(machine, "id", "DGX", "not a machine id: DGX"),
                at(machine, "pools", List.of(), "needs one or two memory pools"),
                at(Parts.with(machine, "pools", List.of(pool, pool)), "pools", List.of(pool, pool, pool), "one or two"),
                at(machine, "backends", List.of(), "dgx-spark needs one or two memory pools and a back end"),
                at(reserve, "low", new Bytes(6), "low ≤ expected ≤ high"),
                at(reserve, "high", new Bytes(4), "low ≤ expected ≤ high"),
                at(new BlockFormat("f", 1, 1), "elements", 0L, "not a block format: 0 in 1 bytes"),
                at(new BlockFormat("f", 1, 1), "bytes", 0L, "not a block format: 1 in 0 bytes"),
                at(SCENARIO.weights(), "containers", Set.of(), "needs at least one container"),
                at(SCENARIO.weights(), "rules", List.of(), "needs a last rule that always holds"),
                at(FREE, "freeFraction", 0.0, "a share of memory lies above 0 and up to 1: 0.0"),
                at(FREE, "freeFraction", 1.1, "a share of memory lies above 0 and up to 1: 1.1"),
                at(FREE, "freeFraction", Double.NaN, "up to 1: NaN"),
                at(new Allocation.StaticShare.Share.Fixed(1), "ratio", 1.01, "a share of memory"),
                at(
                        new Allocation.PagedShareOfTotal(new Tokens(1), List.of(), Bytes.ZERO, 1),
                        "memoryUtilization",
                        0.0,
                        "a share of memory"));
    }

    static List<Arguments> evidence() {
        var check = new ClaimCheck.Untestable("a test");
        var claim = new Claim(
                "C01",
                "an article",
                "a line",
                new Claim.Quoted(List.of(), ""),
                List.of(new Claim.Statement("so", Map.of(), Claim.Weight.PART, check)));
        var figure = new ClaimFigure.OfFormat("q8_0");
        var near = new ClaimCheck.Near(figure, figure, 0);
        Measurement row = ShippedScenarios.CATALOGUE.measurements().getFirst();
        Measurement least = Parts.with(
                Parts.with(Parts.with(Parts.with(row, "concurrency", 1), "depth", 0.0), "decode", 0.0), "prefill", 0.0);
        var sum = new ClaimFigure.Reckoned("sum", Unit.RATIO, Operation.SUM, List.of(figure));
        var trial = new Trial(
                "t",
                Trial.Kind.TRAINING,
                Map.of(),
                Trial.Quantity.STEP_TIME,
                1,
                Trial.Use.CHECK,
                "",
                "https://example.org",
                "");
        return List.of(
                at(claim, "id", "C1", "not a claim's id: C1"),
                at(claim, "quote", "two\nlines", "C01 quotes more than a line"),
                at(claim, "statements", List.of(), "C01 needs a statement"),
                at(near, "tolerance", -0.1, "a tolerance lies from 0 to below 1: -0.1"),
                at(near, "tolerance", 1.0, "a tolerance lies from 0 to below 1: 1.0"),
                at(sum, "parts", List.of(), "sum is computed from at least one figure"),
                at(least, "concurrency", 0, "not a measurement"),
                at(least, "depth", -1.0, "not a measurement"),
                at(least, "decode", -1.0, "not a measurement"),
                at(least, "prefill", -1.0, "not a measurement"),
                at(trial, "value", 0.0, "not a figure: 0.0"),
                at(trial, "value", Double.POSITIVE_INFINITY, "not a figure: Infinity"),
                at(
                        new MemoryReading(
                                "r",
                                Map.of(),
                                MemoryReading.Part.WEIGHTS,
                                new Bytes(1),
                                MemoryReading.Host.ITSELF,
                                SOURCE),
                        "measured",
                        Bytes.ZERO,
                        "something was measured: r"),
                at(
                        new Calibration.Interval(Speed.Evidence.A, "", "decode", 1),
                        "factor",
                        0.99,
                        "an interval factor is at least 1: 0.99"),
                at(
                        new Calibration.Interval(Speed.Evidence.A, "", "decode", 1),
                        "factor",
                        Double.POSITIVE_INFINITY,
                        "Infinity"),
                at(new QualityLoss(0.1, "m", SOURCE), "perplexityIncrease", Double.NaN, "finite number, not NaN"),
                at(new QualityLoss(0.1, "m", SOURCE), "model", " ", "the model it was measured on"),
                at(
                        new Reach.Entry(Reach.Activity.GENERATE, "", "", 1, 0, SOURCE),
                        "share",
                        1.1,
                        "share of a peak: 1.1"),
                at(
                        new Reach.Entry(Reach.Activity.GENERATE, "", "", 1, 0, SOURCE),
                        "share",
                        0.0,
                        "share of a peak: 0.0"),
                at(
                        new Reach.Entry(Reach.Activity.GENERATE, "", "", 1, 0, SOURCE),
                        "rows",
                        -1,
                        "not a share of a peak"));
    }

    static List<Arguments> answers() {
        Setup ran = ComparisonTest.beside().setup();
        var speed = new TokensPerSecond(0.1);
        var known = new Speed.Estimated(2, Term.given("rate", new Ratio(2), SOURCE), 2);
        var member = new ModelSet.Member("m", "w", "c", new Tokens(1), 1);
        var column = new Candidate(SCENARIO.machine(), 1, 0, Candidate.Visibility.SHOWN);
        return List.of(
                at(known, "low", 2.1, "an interval contains its estimate: 2.1 2.0 2.0"),
                at(known, "high", 1.9, "an interval contains its estimate: 2.0 2.0 1.9"),
                at(new Anchor(SCENARIO, speed), "decode", new TokensPerSecond(0), "a measured speed is above 0"),
                at(new OwnMeasurement(ran, speed), "decode", new TokensPerSecond(0), "a measured speed is above 0"),
                at(new Pin('A', ran), "letter", 'E', "not a pin's letter: E"),
                at(column, "copy", 0, "copies count from 1 and marks from 0: 0, 0"),
                at(column, "mark", -1, "copies count from 1 and marks from 0: 1, -1"),
                at(member, "model", " ", "a model of a set needs ids"),
                at(member, "cache", " ", "a model of a set needs ids"),
                at(member, "users", 0, "not a workload: 1 tokens × 0"),
                at(new Question.Together(List.of(SCENARIO)), "scenarios", List.of(), "a set of models needs one"),
                at(Wish.DEFAULT, "limits", Map.of(Wish.Limit.BUDGET_YEN, 0.0), "BUDGET_YEN must be above 0: 0.0"));
    }

    @ParameterizedTest(name = "{0}: {1} of {2}")
    @MethodSource({"machines", "evidence", "answers"})
    void onePartBeyondItsBoundsIsRefusedInWords(Record sound, String part, Object beyond, String said) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parts.with(sound, part, beyond))
                .withMessageContaining(said);
    }

    @Test
    void aUseNeedsSomethingToBeHeldAgainst() {
        UseCase use = ShippedScenarios.CATALOGUE.uses().getFirst();
        UseCase nothing = Parts.with(Parts.with(use, "memory", known()), "runs", List.of());

        assertThat(Parts.with(nothing, "job", Map.of()).runs()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parts.with(Parts.with(nothing, "job", Map.of()), "memory", unknown()))
                .withMessage(use.id() + " needs a run, a job or a memory");
        assertThat(Parts.with(Parts.with(nothing, "job", Map.of("subject", "m")), "memory", unknown())
                        .job())
                .hasSize(1);
        assertThat(Parts.with(
                                Parts.with(Parts.with(nothing, "runs", List.of(Map.of())), "job", Map.of()),
                                "memory",
                                unknown())
                        .runs())
                .hasSize(1);
    }

    private static Sourced<Bytes> known() {
        return Sourced.known(new Bytes(1), SOURCE);
    }

    private static Sourced<Bytes> unknown() {
        return Sourced.unknown("memory", "nobody said");
    }
}
