package org.tonari.chart.speed;

/// Where the plot of the speed chart stands, in logical pixels.
///
/// @param width  of the whole chart
/// @param height of the whole chart
record SpeedFrame(double width, double height) {
    static final double LEFT = 76;
    /// Room right of the plot for the labels at the curves' ends.
    static final double LABEL_ROOM = 176;
    /// How far grid lines run past the last tick.
    static final double OVERRUN = 8;

    private static final double HEAD = 24;
    private static final double FOOT = 26;
    private static final double LEAST_PLOT = 100;

    double end() {
        return Math.max(width - LABEL_ROOM, LEFT + LEAST_PLOT);
    }

    double top() {
        return HEAD;
    }

    double bottom() {
        return Math.max(height - FOOT, HEAD + 20);
    }

    ContextAxis axis(AxisSpan span) {
        return ContextAxis.between(span, LEFT, end());
    }
}
