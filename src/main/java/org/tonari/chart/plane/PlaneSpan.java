package org.tonari.chart.plane;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.tonari.chart.NiceTicks;

/// Numbers laid along a stretch of pixels.
///
/// @param scale how
/// @param low   the number at `from`
/// @param high  the number at `to`
/// @param from  a coordinate
/// @param to    a coordinate, which may be smaller
/// @param ticks where numbers stand
record PlaneSpan(PlaneAxis.Scale scale, double low, double high, double from, double to, List<Double> ticks) {
    private static final double ROOM = 1.25;
    private static final int FEW_DECADES = 2;

    static PlaneSpan of(PlaneAxis axis, DoubleStream values, double from, double to) {
        double[] all = values.filter(value -> value > 0).toArray();
        double least = DoubleStream.of(all).min().orElse(1);
        double most = DoubleStream.of(all).max().orElse(10);
        return switch (axis.scale()) {
            case LINEAR -> {
                NiceTicks ticks = NiceTicks.upTo(most * 1.05);
                yield new PlaneSpan(axis.scale(), 0, ticks.top(), from, to, ticks.lines());
            }
            case LOGARITHMIC -> logarithmic(least / ROOM, most * ROOM, from, to);
        };
    }

    private static PlaneSpan logarithmic(double low, double high, double from, double to) {
        int first = (int) Math.floor(Math.log10(low));
        int last = (int) Math.ceil(Math.log10(high));
        boolean few = last - first <= FEW_DECADES;
        var ticks = new ArrayList<Double>();
        for (int power = first; power <= last; power++) {
            for (double lead : few ? new double[] {1, 2, 5} : new double[] {1}) {
                double tick = lead * Math.pow(10, power);
                if (tick >= low && tick <= high) {
                    ticks.add(tick);
                }
            }
        }
        return new PlaneSpan(PlaneAxis.Scale.LOGARITHMIC, low, high, from, to, ticks);
    }

    /// @return the same numbers along another stretch
    PlaneSpan along(double start, double end) {
        return new PlaneSpan(scale, low, high, start, end, ticks);
    }

    double at(double value) {
        double share =
                switch (scale) {
                    case LINEAR -> (value - low) / (high - low);
                    case LOGARITHMIC -> Math.log(value / low) / Math.log(high / low);
                };
        return from + share * (to - from);
    }
}
