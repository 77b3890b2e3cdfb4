package org.tonari.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.tonari.domain.evidence.Measurement;
import org.tonari.domain.evidence.Measurement.Use;
import org.tonari.evidence.Calibrator.Quantity;
import org.tonari.profiles.Catalogue;

/// The published runs that one quantity is fitted to, each as a scenario and as an observation.
///
/// @param runs         the runs as scenarios
/// @param observations the same as times with their features
/// @param calibrator   what fits them
record Dataset(List<Reconstruction> runs, List<Observation> observations, Calibrator calibrator) {
    Dataset {
        runs = List.copyOf(runs);
        observations = List.copyOf(observations);
    }

    private static final String CPU = "cpu";

    /// @return the runs of accelerators
    static Dataset of(Catalogue catalogue, Quantity quantity) {
        return of(catalogue, quantity, run -> !run.backend().equals(CPU));
    }

    /// @return the runs of processors alone: they share no kernels with accelerators, so nothing is learnt across
    static Dataset ofProcessors(Catalogue catalogue, Quantity quantity) {
        return of(catalogue, quantity, run -> run.backend().equals(CPU));
    }

    private static Dataset of(Catalogue catalogue, Quantity quantity, Predicate<Measurement> wanted) {
        var calibrator = new Calibrator(
                catalogue
                        .prior(quantity.key())
                        .optional()
                        .orElseThrow(() -> new IllegalStateException("there is no prior for " + quantity.key())),
                quantity);
        var runs = new ArrayList<Reconstruction>();
        var observations = new ArrayList<Observation>();
        for (Measurement measurement : catalogue.measurements()) {
            if (calibrates(measurement, quantity) && wanted.test(measurement)) {
                Optional<Reconstruction> run = Reconstruction.of(measurement, catalogue);
                run.flatMap(calibrator::observation).ifPresent(observation -> {
                    runs.add(run.get());
                    observations.add(observation);
                });
            }
        }
        return new Dataset(runs, observations, calibrator);
    }

    int size() {
        return runs.size();
    }

    /// Batches are not linear in every rate, so single streams alone are fitted.
    private static boolean calibrates(Measurement run, Quantity quantity) {
        return run.concurrency() == 1
                && switch (quantity) {
                    case DECODE -> run.decodeUse() == Use.CALIBRATE && run.decode() > 0;
                    case PREFILL -> run.prefillUse() == Use.CALIBRATE && run.prefill() > 0 && run.prompt() > 0;
                };
    }
}
