package org.tonari.evidence;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// The few statistics that accuracy is told in.
final class Statistics {
    private Statistics() {}

    /// @param share    from 0 to 1
    /// @param values   at least one
    /// @return the value below which that share of the values lies, interpolated
    static double quantile(double share, double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /// @param values  at least one
    /// @param weights of the values, above 0
    /// @return the value below which that share of the weight lies, interpolated between the middles of weights
    static double weightedQuantile(double share, double[] values, double[] weights) {
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(index -> values[index]))
                .mapToInt(Integer::intValue)
                .toArray();
        double all = Arrays.stream(weights).sum();
        double before = 0;
        double lastPlace = 0;
        double last = values[order[0]];
        for (int index : order) {
            double place = (before + weights[index] / 2) / all;
            if (place >= share) {
                double span = place - lastPlace;
                return span <= 0 ? values[index] : last + (share - lastPlace) / span * (values[index] - last);
            }
            before += weights[index];
            lastPlace = place;
            last = values[index];
        }
        return last;
    }

    static double median(double... values) {
        return quantile(0.5, values);
    }
}
