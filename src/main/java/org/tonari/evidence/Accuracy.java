package org.tonari.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tonari.domain.evidence.Calibration;
import org.tonari.domain.evidence.Calibration.Interval;
import org.tonari.domain.evidence.Measurement;
import org.tonari.evidence.Calibrator.Quantity;

/// Estimates against every published run, each estimated without the rows that the protocol keeps back.
public final class Accuracy {
    private static final double NINETY = 0.9;

    private static final Map<String, Function<Residual, String>> KEYS = keys();

    private final Calibration calibration;

    private Accuracy(Calibration calibration) {
        this.calibration = calibration;
    }

    /// @return what rows can have in common: `all`, `machine`, `runtime`, `model`, `family` or `tier`
    public static List<String> keysInCommon() {
        return List.copyOf(KEYS.keySet());
    }

    /// @param held       the residuals
    /// @param calibration whose intervals are checked
    /// @return accuracy by quantity and protocol: over all rows, then by machine, runtime, model, family and tier
    public static List<AccuracyGroup> of(HeldOut held, Calibration calibration) {
        var accuracy = new Accuracy(calibration);
        var groups = new ArrayList<AccuracyGroup>();
        for (Quantity quantity : Quantity.values()) {
            for (Protocol protocol : Protocol.values()) {
                groups.addAll(accuracy.groups(quantity.key(), protocol, held.residuals(quantity, protocol)));
            }
        }
        for (Protocol protocol : Protocol.values()) {
            groups.addAll(accuracy.groups("batch", protocol, held.batches(protocol)));
        }
        return groups;
    }

    private List<AccuracyGroup> groups(String quantity, Protocol protocol, List<Residual> residuals) {
        var groups = new ArrayList<AccuracyGroup>();
        KEYS.forEach((by, key) -> {
            var split = residuals.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
            split.forEach((value, own) -> groups.add(group(quantity, protocol, by, value, own)));
        });
        return groups;
    }

    private AccuracyGroup group(String quantity, Protocol protocol, String by, String key, List<Residual> residuals) {
        double[] errors = groupErrors(residuals);
        double[] signed = residuals.stream().mapToDouble(Residual::error).toArray();
        double[] widths = residuals.stream()
                .mapToDouble(residual -> factor(quantity, residual) - 1)
                .toArray();
        long inside = residuals.stream()
                .filter(residual -> residual.logDistance() <= Math.log(factor(quantity, residual)))
                .count();
        return new AccuracyGroup(
                quantity,
                protocol,
                by,
                key,
                residuals.size(),
                errors.length,
                Statistics.median(errors),
                Statistics.quantile(NINETY, errors),
                Statistics.median(signed),
                (double) inside / residuals.size(),
                Statistics.median(widths),
                Ranking.ofMachines(residuals)
                        .map(tau -> OptionalDouble.of(tau.value()))
                        .orElseGet(OptionalDouble::empty));
    }

    /// @return for each group of rows the median of their errors, as a share
    static double[] groupErrors(List<Residual> residuals) {
        return residuals.stream()
                .collect(Collectors.groupingBy(
                        residual -> residual.run().measurement().group()))
                .values()
                .stream()
                .mapToDouble(Accuracy::medianError)
                .toArray();
    }

    private static double medianError(List<Residual> rows) {
        return Statistics.median(rows.stream()
                .mapToDouble(residual -> Math.abs(residual.error()))
                .toArray());
    }

    /// @return the width the engine would give an estimate of this tier and runtime
    private double factor(String quantity, Residual residual) {
        String runtime = residual.run().measurement().runtime();
        return calibration.intervals().stream()
                .filter(interval -> interval.tier() == residual.tier()
                        && interval.quantity().equals(quantity))
                .filter(interval ->
                        interval.runtime().isEmpty() || interval.runtime().equals(runtime))
                .max((left, right) -> left.runtime().compareTo(right.runtime()))
                .map(Interval::factor)
                .orElse(1.25);
    }

    private static Map<String, Function<Residual, String>> keys() {
        var keys = new LinkedHashMap<String, Function<Residual, String>>();
        keys.put("all", _ -> "");
        keys.put("machine", measured(Measurement::machine));
        keys.put("runtime", measured(Measurement::runtime));
        keys.put("model", measured(Measurement::model));
        keys.put("family", residual -> residual.run().scenario().model().family());
        keys.put("tier", residual -> residual.tier().name());
        return keys;
    }

    private static Function<Residual, String> measured(Function<Measurement, String> key) {
        return residual -> key.apply(residual.run().measurement());
    }
}
