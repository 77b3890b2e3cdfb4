package org.tonari.evidence;

import java.util.Arrays;
import java.util.List;

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

    /// Kendall's τ: of all pairs, those in the same order less those in the opposite, over both.
    ///
    /// @param pairs of numbers; pairs tied in either are left out
    /// @return from -1 to 1; not a number where nothing can be compared
    static double kendall(List<double[]> pairs) {
        int same = 0;
        int opposite = 0;
        for (int i = 0; i < pairs.size(); i++) {
            for (int j = 0; j < i; j++) {
                double sign =
                        Math.signum(pairs.get(i)[0] - pairs.get(j)[0]) * Math.signum(pairs.get(i)[1] - pairs.get(j)[1]);
                same += sign > 0 ? 1 : 0;
                opposite += sign < 0 ? 1 : 0;
            }
        }
        return same + opposite == 0 ? Double.NaN : (double) (same - opposite) / (same + opposite);
    }
}
