package org.tonari.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.tonari.domain.Calibration.Interval;
import org.tonari.domain.Speed.Evidence;

/// Learns how wide 80 % intervals must be from rows that were kept back.
final class IntervalFit {
    private static final double COVERAGE = 0.8;

    /// Fewer independent groups than this say nothing of a runtime's own width.
    private static final int LEAST_GROUPS = 8;

    private IntervalFit() {}

    /// @param quantity  `decode`, `prefill` or `batch`
    /// @param residuals of rows kept back
    /// @return a width for each tier, and for each runtime within it that has groups enough
    static List<Interval> of(String quantity, List<Residual> residuals) {
        var byScope = new TreeMap<String, List<Residual>>();
        for (Residual residual : residuals) {
            String tier = residual.tier().name();
            byScope.computeIfAbsent(tier + "|", _ -> new ArrayList<>()).add(residual);
            byScope.computeIfAbsent(tier + "|" + residual.run().measurement().runtime(), _ -> new ArrayList<>())
                    .add(residual);
        }
        var intervals = new ArrayList<Interval>();
        byScope.forEach((scope, own) -> {
            String[] parts = scope.split("\\|", 2);
            if (groups(own) >= LEAST_GROUPS) {
                intervals.add(new Interval(Evidence.valueOf(parts[0]), parts[1], quantity, width(own)));
            }
        });
        return intervals;
    }

    private static long groups(List<Residual> residuals) {
        return residuals.stream()
                .map(residual -> residual.run().measurement().group())
                .distinct()
                .count();
    }

    private static double width(List<Residual> residuals) {
        double[] distances =
                residuals.stream().mapToDouble(Residual::logDistance).toArray();
        return Math.exp(Statistics.quantile(COVERAGE, distances));
    }
}
