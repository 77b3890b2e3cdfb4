package org.tonari.evidence;

import java.util.Arrays;

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

    static double median(double... values) {
        return quantile(0.5, values);
    }
}
