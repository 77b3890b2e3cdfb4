package org.tonari.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tonari.domain.answer.Speed.Evidence;

/// How often 80 % intervals hold what was measured, and how wide they are.
///
/// The width for a row is learnt without any row of its machine and runtime: it is as new to the width as to the rates.
///
/// @param rows      share of rows inside
/// @param cells     that share for each machine and runtime, averaged
/// @param nearWidth median half-width of tiers A and B, as a share of the estimate
/// @param farWidth  of tiers C to E
public record Coverage(double rows, double cells, double nearWidth, double farWidth) {

    /// @param examples of tiers, at least one
    static Coverage of(List<Residual> examples) {
        var widths = new HashMap<String, Map<Evidence, Map<String, Double>>>();
        var inside = new HashMap<String, List<Boolean>>();
        var near = new ArrayList<Double>();
        var far = new ArrayList<Double>();
        for (Residual example : examples) {
            var learnt = widths.computeIfAbsent(example.cell(), cell -> IntervalFit.widths(without(examples, cell)));
            double width = width(learnt, example);
            inside.computeIfAbsent(example.cell(), _ -> new ArrayList<>()).add(example.logDistance() <= width);
            (example.tier().compareTo(Evidence.C) < 0 ? near : far).add(Math.expm1(width));
        }
        List<Boolean> all = inside.values().stream().flatMap(List::stream).toList();
        double cells =
                inside.values().stream().mapToDouble(Coverage::share).average().orElse(0);
        return new Coverage(share(all), cells, median(near), median(far));
    }

    private static List<Residual> without(List<Residual> examples, String cell) {
        return examples.stream().filter(example -> !example.cell().equals(cell)).collect(Collectors.toList());
    }

    private static double width(Map<Evidence, Map<String, Double>> learnt, Residual example) {
        Map<String, Double> byRuntime = learnt.getOrDefault(example.tier(), Map.of());
        String runtime = example.run().measurement().runtime();
        return byRuntime.getOrDefault(runtime, byRuntime.getOrDefault(IntervalFit.ALL, 0.0));
    }

    private static double share(List<Boolean> inside) {
        return (double) inside.stream().filter(in -> in).count() / inside.size();
    }

    private static double median(List<Double> values) {
        return Statistics.median(
                values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
