package org.tonari.evidence;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tonari.domain.answer.Speed.Evidence;
import org.tonari.domain.evidence.Calibration.Interval;

/// Learns how wide 80 % intervals must be from rows that were kept back.
///
/// The width of a tier is the quantile of how far its examples are off, as logarithms; rows of a machine under a
/// runtime count `n^-0.3` each, because they err together. A runtime's own width is drawn to its tier's.
final class IntervalFit {
    /// For all runtimes together.
    static final String ALL = "";

    private static final double COVERAGE = 0.8;
    private static final double CROWDING = -0.3;

    /// How many machines a tier counts as against a runtime's own: ten, against three for each machine.
    private static final double WEIGHT_OF_TIER = 10;
    private static final double WEIGHT_OF_MACHINE = 3;
    private static final double NARROWEST = 0.01;

    private IntervalFit() {}

    /// @param quantity `decode`, `prefill` or `batch`
    /// @param examples of tiers
    /// @return a width for each tier, and for each runtime within it
    static List<Interval> of(String quantity, List<Residual> examples) {
        var intervals = new ArrayList<Interval>();
        widths(examples)
                .forEach((tier, byRuntime) -> byRuntime.forEach(
                        (runtime, width) -> intervals.add(new Interval(tier, runtime, quantity, Math.exp(width)))));
        return intervals;
    }

    /// @return by tier and runtime, the logarithm of the factor; knowing a machine under another runtime never widens
    static Map<Evidence, Map<String, Double>> widths(List<Residual> examples) {
        var widths = new EnumMap<Evidence, Map<String, Double>>(Evidence.class);
        examples.stream()
                .collect(Collectors.groupingBy(Residual::tier))
                .forEach((tier, own) -> widths.put(tier, tierWidths(own)));
        Map<String, Double> near = widths.get(Evidence.C);
        Map<String, Double> far = widths.get(Evidence.D);
        if (near != null && far != null) {
            near.replaceAll((runtime, width) -> Math.min(width, far.getOrDefault(runtime, width)));
        }
        return widths;
    }

    private static Map<String, Double> tierWidths(List<Residual> examples) {
        var widths = new TreeMap<String, Double>();
        double whole = quantile(examples);
        widths.put(ALL, whole);
        examples.stream()
                .collect(Collectors.groupingBy(
                        example -> example.run().measurement().runtime()))
                .forEach((runtime, own) -> widths.put(runtime, drawn(own, whole)));
        return widths;
    }

    private static double drawn(List<Residual> own, double whole) {
        double weight =
                WEIGHT_OF_MACHINE * own.stream().map(Residual::cell).distinct().count();
        double width = Math.max(NARROWEST, quantile(own));
        return Math.exp((weight * Math.log(width) + WEIGHT_OF_TIER * Math.log(whole)) / (weight + WEIGHT_OF_TIER));
    }

    private static double quantile(List<Residual> examples) {
        Map<String, Long> crowd =
                examples.stream().collect(Collectors.groupingBy(Residual::cell, Collectors.counting()));
        double[] distances =
                examples.stream().mapToDouble(Residual::logDistance).toArray();
        double[] weights = examples.stream()
                .mapToDouble(example -> Math.pow(crowd.getOrDefault(example.cell(), 1L), CROWDING))
                .toArray();
        return Statistics.weightedQuantile(COVERAGE, distances, weights);
    }
}
