package org.tonari.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tonari.domain.Calibration;
import org.tonari.domain.Measurement;
import org.tonari.domain.Measurement.Use;
import org.tonari.domain.Speed.Evidence;
import org.tonari.engine.memory.WeightBytes;
import org.tonari.engine.speed.SpeedTerms;
import org.tonari.profiles.Catalogue;

/// Published runs of several sequences at once, against the engine with its shipped rates.
final class Batches {
    private static final int MOST = 32;

    private Batches() {}

    static List<Residual> residuals(Catalogue catalogue) {
        Calibration calibration = catalogue.calibration();
        var residuals = new ArrayList<Residual>();
        for (Measurement row : catalogue.measurements()) {
            if (row.concurrency() > 1
                    && row.concurrency() <= MOST
                    && row.decode() > 0
                    && row.decodeUse() == Use.CALIBRATE) {
                Reconstruction.of(row, catalogue)
                        .flatMap(run -> residual(run, calibration))
                        .ifPresent(residuals::add);
            }
        }
        return residuals;
    }

    private static Optional<Residual> residual(Reconstruction run, Calibration calibration) {
        var weights = WeightBytes.of(run.scenario().model(), run.scenario().weights());
        return SpeedTerms.step(
                        run.scenario(), weights, calibration, run.measurement().depth())
                .map(step -> run.measurement().concurrency() / step.value().magnitude())
                .map(speed -> new Residual(run, speed / run.measurement().decode(), Evidence.D, 0));
    }
}
