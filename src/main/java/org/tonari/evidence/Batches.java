package org.tonari.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tonari.domain.answer.Speed.Evidence;
import org.tonari.domain.evidence.CalibrationPrior;
import org.tonari.domain.evidence.CalibrationPrior.Effect;
import org.tonari.domain.evidence.Measurement;
import org.tonari.domain.evidence.Measurement.Use;
import org.tonari.engine.memory.WeightBytes;
import org.tonari.engine.speed.SpeedTerms;
import org.tonari.evidence.BatchFit.Step;
import org.tonari.profiles.Catalogue;

/// Published runs of 2 to 32 sequences at once: what is fitted to them on top of single streams, and how far off it is.
final class Batches {
    /// Runtimes with clean runs of their own; others borrow the first one's rates.
    static final List<String> RUNTIMES = List.of("llama.cpp", "vllm");

    private static final int MOST = 32;
    private static final String GAMMA = "batch.gamma";

    private final CalibrationPrior prior;
    private final Dataset single;
    private final List<Reconstruction> runs;

    Batches(Catalogue catalogue, Dataset single) {
        this.prior = catalogue
                .prior("batch")
                .optional()
                .orElseThrow(() -> new IllegalStateException("there is no prior for batch"));
        this.single = single;
        this.runs = catalogue.measurements().stream()
                .filter(Batches::calibrates)
                .flatMap(row -> Reconstruction.of(row, catalogue).stream())
                .toList();
    }

    /// @return how many runs of the runtime there are
    int rows(String runtime) {
        return of(runtime).size();
    }

    /// @return how many models were run
    int models() {
        return models(runs).size();
    }

    /// @return rates of a runtime that has runs of its own, its constants among them
    Map<String, Double> rates(String runtime) {
        var rates = new HashMap<>(new BatchFit(prior).rates(steps(of(runtime), singleFit(_ -> true), runtime)));
        rates.put(GAMMA, gamma(runtime));
        return rates;
    }

    /// @return a residual for each run, fitted to all of them
    List<Residual> inSample() {
        HierarchicalRidge.Fit fit = singleFit(_ -> true);
        var residuals = new ArrayList<Residual>();
        for (String runtime : RUNTIMES) {
            List<Step> steps = steps(of(runtime), fit, runtime);
            residuals.addAll(residuals(steps, new BatchFit(prior).rates(steps)));
        }
        return residuals;
    }

    /// @return a residual for each run, fitted without its model: neither its batches nor its single streams
    List<Residual> modelsOut(Runnable afterFold) {
        var residuals = new ArrayList<Residual>();
        for (String model : models(runs)) {
            HierarchicalRidge.Fit fit =
                    singleFit(run -> !run.measurement().model().equals(model));
            for (String runtime : RUNTIMES) {
                Map<Boolean, List<Step>> steps = steps(of(runtime), fit, runtime).stream()
                        .collect(Collectors.partitioningBy(
                                step -> step.run().measurement().model().equals(model)));
                Map<String, Double> rates = new BatchFit(prior).rates(steps.getOrDefault(false, List.of()));
                residuals.addAll(residuals(steps.getOrDefault(true, List.of()), rates));
            }
            afterFold.run();
        }
        return residuals;
    }

    private HierarchicalRidge.Fit singleFit(Predicate<Reconstruction> kept) {
        int[] rows = IntStream.range(0, single.size())
                .filter(row -> kept.test(single.runs().get(row)))
                .toArray();
        return single.calibrator().ridge(single.observations()).fit(rows);
    }

    private List<Reconstruction> of(String runtime) {
        return runs.stream()
                .filter(run -> run.measurement().runtime().equals(runtime))
                .toList();
    }

    private List<Step> steps(List<Reconstruction> own, HierarchicalRidge.Fit fit, String runtime) {
        return own.stream().flatMap(run -> step(run, fit, runtime).stream()).toList();
    }

    private Optional<Step> step(Reconstruction run, HierarchicalRidge.Fit fit, String runtime) {
        var names = new TreeSet<>(single.calibrator().rates());
        prior.effects().stream().map(Effect::name).forEach(names::add);
        var unit = UnitRates.calibration(names, Map.of(GAMMA, gamma(runtime)));
        var weights = WeightBytes.of(run.scenario().model(), run.scenario().weights());
        Measurement row = run.measurement();
        double seconds = row.concurrency() / row.decode();
        return SpeedTerms.step(run.scenario(), weights, unit, row.depth())
                .map(UnitRates::features)
                .map(features -> {
                    var whole = new Observation(row.group(), run.traits(), seconds, features);
                    double base = single.calibrator().seconds(fit.effects(run.traits()), whole);
                    return new Step(run, seconds, base, features);
                });
    }

    private double gamma(String runtime) {
        double otherwise = prior.constants().getOrDefault(GAMMA, 1.0);
        return prior.constants().getOrDefault(runtime + ":" + GAMMA, otherwise);
    }

    private static List<Residual> residuals(List<Step> steps, Map<String, Double> rates) {
        return steps.stream()
                .map(step -> new Residual(
                        step.run(),
                        step.run().measurement().decode(),
                        step.seconds() / step.estimated(rates),
                        Evidence.D,
                        0))
                .toList();
    }

    private static TreeSet<String> models(List<Reconstruction> runs) {
        return runs.stream().map(run -> run.measurement().model()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean calibrates(Measurement row) {
        return row.concurrency() > 1
                && row.concurrency() <= MOST
                && row.decode() > 0
                && row.decodeUse() == Use.CALIBRATE
                && RUNTIMES.contains(row.runtime());
    }
}
