package org.tonari.chart.speed;

import org.tonari.chart.speed.AxisSpan.End;
import org.tonari.chart.speed.AxisSpan.Start;

/// Which part of an axis is looked at: zooming and panning lead from one part to another and never off the whole.
///
/// @param whole everything there is
record AxisView(AxisSpan whole) {
    /// Fewer doublings than this are never spread over the axis.
    static final double FEWEST_OCTAVES = 1;

    /// @param now    what is looked at
    /// @param at     the place that stays where it is
    /// @param factor above 1 to see less, below 1 to see more
    AxisSpan zoomed(AxisSpan now, double at, double factor) {
        double fixed = Math.clamp(at, now.min(), now.max());
        double octaves = Math.clamp(now.octaves() / factor, Math.min(FEWEST_OCTAVES, whole.octaves()), whole.octaves());
        double share = Math.log(fixed / now.min()) / Math.log(now.max() / now.min());
        return from(log(fixed) - share * octaves, octaves);
    }

    /// @param octaves how far to the right; negative for left
    AxisSpan panned(AxisSpan now, double octaves) {
        return from(log(now.min()) + octaves, now.octaves());
    }

    /// @return what is looked at, moved just as far as needed to see a place
    AxisSpan revealing(AxisSpan now, double at) {
        if (now.covers(at)) {
            return now;
        }
        return at < now.min()
                ? from(log(Math.max(at, whole.min())), now.octaves())
                : from(log(Math.min(at, whole.max())) - now.octaves(), now.octaves());
    }

    private AxisSpan from(double first, double octaves) {
        double start = Math.clamp(first, log(whole.min()), Math.max(log(whole.min()), log(whole.max()) - octaves));
        double min = start - log(whole.min()) < 1e-6 ? whole.min() : Math.pow(2, start);
        double max = log(whole.max()) - start - octaves < 1e-6 ? whole.max() : Math.pow(2, start + octaves);
        return new AxisSpan(
                min,
                max,
                min == whole.min() ? whole.start() : Start.FIRST_TICK,
                max == whole.max() ? whole.end() : End.OPEN);
    }

    private static double log(double at) {
        return Math.log(at) / Math.log(2);
    }
}
