package org.tonari.engine.speed;

import org.tonari.domain.evidence.Calibration;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.runtime.InferenceRuntime;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.memo.Memo;
import org.tonari.engine.memory.WeightBytes;

/// What speeds of many scenarios share: fitted rates of machines under runtimes, and what a token reads of weights.
///
/// Thread-safe, and bounded: some hundred machines under their runtimes, some thousands of models in their formats.
public final class KnownRates {
    private static final int PLACES = 1_024;
    private static final int WEIGHTS = 16_384;

    private final Calibration calibration;
    private final Memo<Place, FittedRates> rates = new Memo<>(PLACES);
    private final Memo<WeightBytes, WeightReads> reads = new Memo<>(WEIGHTS);

    /// All that a calibration looks at.
    private record Place(
            String machine, String calibratedAs, String generation, String calibrationClass, String runtime) {
        static Place of(Machine machine, InferenceRuntime runtime) {
            return new Place(
                    machine.id(),
                    machine.processor().calibratedAs(),
                    machine.processor().generation(),
                    machine.processor().calibrationClass(),
                    runtime.id());
        }
    }

    /// @param calibration fitted parameters
    public KnownRates(Calibration calibration) {
        this.calibration = calibration;
    }

    Calibration calibration() {
        return calibration;
    }

    Rates of(Scenario scenario) {
        Machine machine = scenario.machine();
        InferenceRuntime runtime = scenario.runtime();
        return Rates.of(rates.of(
                Place.of(machine, runtime),
                _ -> FittedRates.of(calibration.nearestFirst(machine, runtime)).prepared()));
    }

    WeightReads reads(WeightBytes weights) {
        return reads.of(weights, WeightReads::of);
    }
}
