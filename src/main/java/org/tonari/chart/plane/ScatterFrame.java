package org.tonari.chart.plane;

import java.util.ArrayList;
import java.util.List;
import org.tonari.chart.Box;

/// Where values stand in a square plot with two equal logarithmic axes.
///
/// @param plot the plot's box
/// @param low  the logarithm of the lowest value shown
/// @param high the logarithm of the highest
record ScatterFrame(Box plot, double low, double high) {
    private static final double LEFT = 46;
    private static final double BOTTOM = 40;
    private static final double TOP = 10;
    private static final double RIGHT = 14;
    private static final double AIR = 0.06;
    private static final int[] LEADS = {1, 2, 5};

    static ScatterFrame of(List<ScatterDot> dots, double width, double height) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (ScatterDot dot : dots) {
            low = Math.min(low, Math.min(dot.measured(), dot.estimated()));
            high = Math.max(high, Math.max(dot.measured(), dot.estimated()));
        }
        if (dots.isEmpty()) {
            low = 1;
            high = 100;
        }
        var plot = new Box(LEFT, TOP, Math.max(10, width - LEFT - RIGHT), Math.max(10, height - TOP - BOTTOM));
        return new ScatterFrame(plot, Math.log10(low) - AIR, Math.log10(high) + AIR);
    }

    double x(double value) {
        return plot.x() + (Math.log10(value) - low) / (high - low) * plot.width();
    }

    double y(double value) {
        return plot.bottom() - (Math.log10(value) - low) / (high - low) * plot.height();
    }

    /// @return round values within the axes: 1, 2 and 5 times powers of ten
    List<Double> ticks() {
        var ticks = new ArrayList<Double>();
        for (int power = (int) Math.floor(low); power <= Math.ceil(high); power++) {
            for (int lead : LEADS) {
                double value = lead * Math.pow(10, power);
                if (Math.log10(value) >= low && Math.log10(value) <= high) {
                    ticks.add(value);
                }
            }
        }
        return ticks;
    }
}
