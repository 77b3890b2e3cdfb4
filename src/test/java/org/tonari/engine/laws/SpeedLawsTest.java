package org.tonari.engine.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.assertj.core.data.Offset;
import org.tonari.domain.answer.Speed;
import org.tonari.domain.answer.Speed.Estimated;
import org.tonari.domain.answer.Speed.Known;
import org.tonari.domain.machine.MemoryPool;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.Estimator;
import org.tonari.engine.Estimator.Alternatives;
import org.tonari.engine.Estimator.Aspect;
import org.tonari.engine.ShippedScenarios;
import org.tonari.explain.Source;
import org.tonari.explain.Sourced;
import org.tonari.units.BytesPerSecond;
import org.tonari.units.Tokens;

/// What holds of speeds, whatever the model, the machine and the runtime. Equal speeds are told from falling ones to
/// the twelfth digit.
class SpeedLawsTest {
    private static final Source TEST = Source.of(Source.Kind.YOURS, "a test");
    private static final double SAME = 1 - 1e-12;
    private static final Estimator ESTIMATOR =
            new Estimator(ShippedScenarios.CATALOGUE.calibration(), Alternatives.NONE);

    @Property(tries = 1000, seed = Draw.SEED, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void decodeNeverSpeedsUpWithContext(@ForAll long number) {
        Draw.each(number, draw -> {
            Scenario scenario = draw.sensible();
            Tokens longer = new Tokens(scenario.workload().context().count() + draw.upTo(100_000));

            Optional<Known> now = speed(scenario);
            Optional<Known> then =
                    speed(scenario.withWorkload(scenario.workload().withContext(longer)));

            if (now.isPresent() && then.isPresent()) {
                assertThat(then.get().decode().value() * SAME)
                        .isLessThanOrEqualTo(now.get().decode().value());
            }
        });
    }

    @Property(tries = 1000, seed = Draw.SEED, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void decodeNeverSlowsWithBandwidth(@ForAll long number) {
        Draw.each(number, draw -> {
            Scenario scenario = draw.sensible();
            Scenario wider = widened(scenario, 1 + draw.random().nextDouble() * 9);

            Optional<Known> now = speed(scenario);
            Optional<Known> then = speed(wider);

            if (now.isPresent() && then.isPresent()) {
                assertThat(then.get().decode().value())
                        .isGreaterThanOrEqualTo(now.get().decode().value() * SAME);
                assertThat(then.get().aggregate().value())
                        .isGreaterThanOrEqualTo(now.get().aggregate().value() * SAME);
            }
        });
    }

    @Property(tries = 1000, seed = Draw.SEED, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void everySpeedLiesInItsIntervalAndIsFiniteAndPositive(@ForAll long number) {
        Draw.each(
                number,
                draw -> speed(draw.scenario()).ifPresent(known -> {
                    for (Estimated each : predictions(known)) {
                        assertThat(each.low()).isPositive().isLessThanOrEqualTo(each.value());
                        assertThat(each.high()).isFinite().isGreaterThanOrEqualTo(each.value());
                    }
                }));
    }

    @Property(tries = 1000, seed = Draw.SEED, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void allTogetherAreAsFastAsEachTimesTheirNumber(@ForAll long number) {
        Draw.each(number, draw -> {
            Scenario scenario = draw.sensible();

            speed(scenario)
                    .ifPresent(known -> assertThat(known.aggregate().value())
                            .isCloseTo(
                                    known.decode().value() * scenario.workload().concurrency(),
                                    Offset.offset(known.aggregate().value() * 1e-9)));
        });
    }

    private static Optional<Known> speed(Scenario scenario) {
        return ESTIMATOR.estimate(scenario, EnumSet.of(Aspect.SPEED)).speed().known();
    }

    private static List<Estimated> predictions(Known known) {
        return Stream.of(known.decode(), known.aggregate(), known.prefill(), known.firstToken())
                .flatMap(each -> switch (each) {
                    case Estimated estimated -> Stream.of(estimated);
                    case Speed.Unpredicted _ -> Stream.empty();
                })
                .toList();
    }

    private static Scenario widened(Scenario scenario, double factor) {
        List<MemoryPool> pools = scenario.machine().pools().stream()
                .map(pool -> pool.bandwidth() instanceof Sourced.Known<BytesPerSecond>(BytesPerSecond peak, Source _)
                        ? pool.withBandwidth(Sourced.known(new BytesPerSecond(peak.magnitude() * factor), TEST))
                        : pool)
                .toList();
        return scenario.withMachine(scenario.machine().withPools(pools));
    }
}
