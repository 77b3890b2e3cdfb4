package org.tonari.engine.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.tonari.domain.answer.Estimate;
import org.tonari.domain.answer.Fit.Remedy;
import org.tonari.domain.answer.MemoryStack;
import org.tonari.domain.answer.MemoryStack.PoolStack;
import org.tonari.domain.answer.Verdict;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.Estimator;
import org.tonari.engine.Estimator.Alternatives;
import org.tonari.engine.Estimator.Aspect;
import org.tonari.engine.ShippedScenarios;
import org.tonari.explain.Term;
import org.tonari.profiles.ShippedWords;
import org.tonari.profiles.requests.ScenarioRequest;
import org.tonari.profiles.requests.ScenarioWords;
import org.tonari.profiles.tree.Reading;
import org.tonari.units.Bytes;
import org.tonari.units.Tokens;

/// What holds of verdicts, of the longest context and of remedies.
class FitLawsTest {
    private static final long STEP = 256;
    private static final int NEIGHBOURS = 12;
    private static final Estimator ESTIMATOR = ShippedScenarios.estimator();
    private static final Estimator PLAIN = new Estimator(ShippedScenarios.CATALOGUE.calibration(), Alternatives.NONE);
    private static final ScenarioWords WORDS = ShippedWords.of(ShippedScenarios.CATALOGUE);

    /// Of a machine with two memories the longest context is that of the card alone where it holds the least context,
    /// and that of both otherwise; where no sequence waits at the least context, none waits at the longest. All
    /// steps near the limit are tried, for there a compute buffer may fall a little
    /// from one step to the next, and some far below.
    @Property(tries = 150, seed = Draw.SEED, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void everyStepUpToTheLongestContextFitsAndTheNextDoesNot(@ForAll long number) {
        Draw.each(number, draw -> {
            Scenario scenario = draw.sensible();
            Optional<Term> longest = PLAIN.estimate(scenario, EnumSet.of(Aspect.FIT))
                    .fit()
                    .longestContext()
                    .optional();
            if (longest.isEmpty()) {
                return;
            }
            long steps = (long) longest.get().value().magnitude() / STEP;
            var demand = Demand.of(at(scenario, 1));

            for (long below = 0; below < NEIGHBOURS && steps - below > 0; below++) {
                assertThat(holds(scenario, steps - below, demand))
                        .as("%d below %d", below, steps)
                        .isTrue();
            }
            for (int once = 0; once < NEIGHBOURS && steps > 0; once++) {
                assertThat(holds(scenario, draw.upTo(steps), demand)).isTrue();
            }
            if ((steps + 1) * STEP <= scenario.model().maxContext().count()) {
                assertThat(holds(scenario, steps + 1, demand)).isFalse();
            }
        });
    }

    @Property(tries = 150, seed = Draw.SEED, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void aRemedySavesWhatItSaysAndLeadsToTheVerdictItSays(@ForAll long number) {
        Draw.each(number, draw -> {
            Scenario scenario = draw.sensible();
            Estimate now = ESTIMATOR.estimate(scenario, EnumSet.of(Aspect.FIT));

            for (Remedy remedy : now.fit().remedies()) {
                Estimate then = PLAIN.estimate(remedy.change().applyTo(scenario), EnumSet.noneOf(Aspect.class));
                assertThat(then.fit().verdict()).as("%s", remedy.change()).isEqualTo(remedy.verdict());
                assertThat(total(now.memory())
                                .differenceFrom(total(then.memory()))
                                .count())
                        .isEqualTo(remedy.saves().count())
                        .isPositive();
            }
        });
    }

    @Property(tries = 500, seed = Draw.SEED, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void theVerdictSaysWhatTheFiguresSay(@ForAll long number) {
        Draw.each(number, draw -> {
            Estimate estimate = PLAIN.estimate(draw.sensible(), EnumSet.noneOf(Aspect.class));
            MemoryStack stack = estimate.memory();
            long spare = estimate.fit().spare().count();

            switch (estimate.fit().verdict()) {
                case Verdict.Fits(Bytes room) -> {
                    assertThat(spare).isNotNegative().isEqualTo(room.count());
                    assertThat(stack.requiredHigh()).isLessThanOrEqualTo(sure(stack));
                    assertThat(stack.served().isAll()).isTrue();
                }
                case Verdict.Tight(Bytes room) -> {
                    assertThat(spare).isNotNegative().isEqualTo(room.count());
                    assertThat(stack.requiredHigh().compareTo(sure(stack)) > 0
                                    || !stack.served().isAll()
                                    || takesMoreThanAdvised(stack))
                            .isTrue();
                }
                case Verdict.Spills(Bytes toHost) -> {
                    assertThat(stack.placement().isSplit()).isTrue();
                    assertThat(toHost.count()).isNotNegative();
                }
                case Verdict.DoesNotFit(Bytes missing, Verdict.Reason reason) -> {
                    switch (reason) {
                        case WEIGHTS_TOO_LARGE, CONTEXT_TOO_LONG, PARTS_TOO_LARGE ->
                            assertThat(stack.pools()).anyMatch(FitLawsTest::isOver);
                        case RESERVATION_TOO_LARGE, RESERVATION_TOO_SMALL ->
                            assertThat(missing.count()).isPositive();
                        case OPTIONS_REFUSED, WEIGHTS_NOT_READ, RUNTIME_UNSUPPORTED ->
                            assertThat(missing).isEqualTo(Bytes.ZERO);
                    }
                }
                case Verdict.Unknown _ -> assertThat(stack.missing()).isPresent();
            }
        });
    }

    /// 2^30 bytes are 1.073741824 × 10^9: said either way a memory is the same memory.
    @Property(tries = 200, seed = Draw.SEED, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void binaryAndDecimalGigabytesNeverChangeAVerdict(@ForAll long number) {
        Draw.each(number, draw -> {
            long gib = draw.upTo(2_000);
            String decimal =
                    "%d.%09d GB".formatted(gib * Bytes.PER_GIB / Bytes.PER_GB, gib * Bytes.PER_GIB % Bytes.PER_GB);
            Scenario drawn = draw.sensible();

            Estimate inGib = withCapacity(drawn, gib + "GiB");
            Estimate inGb = withCapacity(drawn, decimal);

            assertThat(inGb.fit()).isEqualTo(inGib.fit());
            assertThat(inGb.memory()).isEqualTo(inGib.memory());
        });
    }

    private static Estimate withCapacity(Scenario scenario, String capacity) {
        Map<String, String> words = Map.of("machine", scenario.machine().id(), "model", "gpt-oss-120b");
        return switch (WORDS.read("a law", words, Map.of("machine.memory.capacity", capacity))) {
            case Reading.Read<ScenarioRequest>(ScenarioRequest request) -> PLAIN.estimate(request.scenario());
            case Reading.Refused<ScenarioRequest>(var problem) -> throw new AssertionError(problem.sentence());
        };
    }

    /// What the longest context keeps of what the shortest one has: that nothing spills, that no sequence waits.
    private record Demand(boolean inItsMemory, boolean allServed) {
        static Demand of(Estimate shortest) {
            return new Demand(
                    shortest.fit().verdict().fits(), shortest.memory().served().isAll());
        }

        boolean isMetBy(Estimate estimate) {
            Verdict verdict = estimate.fit().verdict();
            return (inItsMemory ? verdict.fits() : verdict.runs())
                    && (!allServed || estimate.memory().served().isAll());
        }
    }

    private static boolean holds(Scenario scenario, long steps, Demand demand) {
        return demand.isMetBy(at(scenario, steps));
    }

    private static Estimate at(Scenario scenario, long steps) {
        Scenario at = scenario.withWorkload(scenario.workload().withContext(new Tokens(steps * STEP)));
        return PLAIN.estimate(at, EnumSet.noneOf(Aspect.class));
    }

    private static boolean takesMoreThanAdvised(MemoryStack stack) {
        Bytes advised = stack.inUse().stream()
                .flatMap(pool -> Stream.of(pool.usable(), pool.osOverhead()))
                .map(answer -> answer.optional().map(Term::bytes).orElse(Bytes.ZERO))
                .reduce(Bytes.ZERO, Bytes::plus);
        return stack.reserved().bytes().compareTo(advised) > 0;
    }

    private static boolean isOver(PoolStack pool) {
        return pool.required()
                        .compareTo(pool.usable().optional().map(Term::bytes).orElse(Bytes.ZERO))
                > 0;
    }

    private static Bytes sure(MemoryStack stack) {
        return stack.inUse().stream().map(PoolStack::usableLow).reduce(Bytes.ZERO, Bytes::plus);
    }

    /// Of all pools, so that layers which go back to the card count as no cost, and of sequences that wait.
    private static Bytes total(MemoryStack stack) {
        return stack.pools().stream()
                .map(PoolStack::required)
                .reduce(stack.served().waiting(), Bytes::plus);
    }
}
