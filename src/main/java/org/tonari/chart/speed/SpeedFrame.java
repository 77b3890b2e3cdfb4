package org.tonari.chart.speed;

/// Where the plot of the speed chart stands, in logical pixels.
///
/// @param width  of the whole chart
/// @param height of the whole chart
/// @param labels room right of the plot for the labels at the curves' ends
record SpeedFrame(double width, double height, double labels) {
    static final double LEFT = 76;
    /// What labels have at least.
    static final double LABEL_ROOM = 176;
    /// How far grid lines run past the last tick.
    static final double OVERRUN = 8;

    private static final double LABEL_SHARE = 0.22;
    private static final double HEAD = 24;
    private static final double FOOT = 26;
    private static final double LEAST_PLOT = 100;

    /// The least room for labels.
    SpeedFrame(double width, double height) {
        this(width, height, LABEL_ROOM);
    }

    /// @param wanted what labels need
    /// @return this with as much of it as leaves most of the width to the plot
    SpeedFrame withLabels(double wanted) {
        return new SpeedFrame(width, height, Math.clamp(wanted, LABEL_ROOM, Math.max(LABEL_ROOM, LABEL_SHARE * width)));
    }

    double end() {
        return Math.max(width - labels, LEFT + LEAST_PLOT);
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
