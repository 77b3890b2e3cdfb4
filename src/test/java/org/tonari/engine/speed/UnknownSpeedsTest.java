package org.tonari.engine.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tonari.domain.answer.Speed;
import org.tonari.domain.evidence.Calibration;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.machine.MemoryPool;
import org.tonari.domain.machine.Processor;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.Estimator;
import org.tonari.engine.Estimator.Alternatives;
import org.tonari.engine.ShippedScenarios;
import org.tonari.explain.Source;
import org.tonari.explain.Sourced;
import org.tonari.units.BytesPerSecond;

/// A speed that rests on a figure nobody states is unknown, and says which figure.
class UnknownSpeedsTest {
    private static final Scenario SCENARIO = ShippedScenarios.of("dgx-spark", "llama-3.1-8b", "q8_0");
    private static final Sourced<BytesPerSecond> NO_BANDWIDTH =
            Sourced.unknown("machine.memory.unified.bandwidth", "no source states it");

    private static Speed speed(Scenario scenario) {
        return ShippedScenarios.estimator().estimate(scenario).speed();
    }

    private static Scenario withBandwidths(Sourced<BytesPerSecond> peak, Sourced<BytesPerSecond> measured) {
        Machine machine = SCENARIO.machine();
        MemoryPool pool = machine.primaryPool();
        return SCENARIO.withMachine(machine.withPools(List.of(new MemoryPool(
                pool.kind(), pool.capacity(), pool.nominal(), pool.systemReserve(), pool.limit(), peak, measured))));
    }

    private static Scenario withoutPeaks() {
        Machine machine = SCENARIO.machine();
        Processor stated = machine.processor();
        var bare = new Processor(
                stated.name(),
                stated.architecture(),
                stated.calibrationClass(),
                stated.generation(),
                stated.calibratedAs(),
                Map.of(),
                Map.of(),
                Map.of());
        return SCENARIO.withMachine(new Machine(
                machine.id(),
                machine.name(),
                machine.shortName(),
                machine.pools(),
                bare,
                machine.backends(),
                machine.storage(),
                machine.links(),
                machine.power(),
                machine.prices(),
                machine.facts()));
    }

    @Test
    void withoutAnyBandwidthNothingIsPredicted() {
        assertThat(speed(withBandwidths(NO_BANDWIDTH, NO_BANDWIDTH)))
                .isInstanceOfSatisfying(
                        Speed.Unknown.class,
                        unknown -> assertThat(unknown.fact().path()).isEqualTo("machine.memory.unified.bandwidth"));
    }

    @Test
    void aMeasuredBandwidthTakesThePlaceOfAPeakThatNobodyStates() {
        Sourced<BytesPerSecond> measured =
                Sourced.known(new BytesPerSecond(200e9), Source.of(Source.Kind.MEASURED, "a test"));
        Speed.Known byMeasure =
                speed(withBandwidths(NO_BANDWIDTH, measured)).known().orElseThrow();
        Speed.Known byPeak = speed(withBandwidths(measured, measured)).known().orElseThrow();

        assertThat(byMeasure.decode().value()).isEqualTo(byPeak.decode().value());
    }

    @Test
    void withoutAComputePeakPromptsAndFirstTokenAreUnknownAndTheFigureIsNamed() {
        Speed.Known speed = speed(withoutPeaks()).known().orElseThrow();

        assertThat(speed.decode().value()).isPositive();
        assertThat(List.of(speed.prefill(), speed.firstToken()))
                .allSatisfy(each -> assertThat(each).isInstanceOfSatisfying(Speed.Unpredicted.class, unpredicted -> {
                    assertThat(unpredicted.fact().path()).isEqualTo("machine.processor.dense_peak.bf16");
                    assertThat(unpredicted.fact().toString())
                            .contains(SCENARIO.machine().name());
                }));
    }

    @Test
    void withoutFittedRatesNothingIsPredicted() {
        var unfitted = new Estimator(new Calibration(List.of(), List.of()), Alternatives.NONE);

        assertThat(unfitted.estimate(SCENARIO).speed())
                .isInstanceOfSatisfying(
                        Speed.Unknown.class,
                        unknown -> assertThat(unknown.fact().path()).isEqualTo("calibration"));
    }
}
