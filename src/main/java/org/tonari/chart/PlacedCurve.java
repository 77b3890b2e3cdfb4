package org.tonari.chart;

import java.util.List;

/// A curve where it is drawn.
///
/// @param curve who and what
/// @param xs    x of each point
/// @param ys    y of each point
record PlacedCurve(Curve curve, double[] xs, double[] ys) {
    private static final double SAME = 1.5;

    static PlacedCurve of(Curve curve, PlotScale scale) {
        List<CurvePoint> points = curve.points();
        return new PlacedCurve(
                curve,
                points.stream().mapToDouble(point -> scale.x(point.at())).toArray(),
                points.stream().mapToDouble(point -> scale.y(point.expected())).toArray());
    }

    String id() {
        return curve.machine().id();
    }

    boolean runs() {
        return xs.length > 0;
    }

    double startX() {
        return xs[0];
    }

    double endX() {
        return xs[xs.length - 1];
    }

    double endY() {
        return ys[ys.length - 1];
    }

    boolean covers(double x) {
        return runs() && x >= startX() - 0.5 && x <= endX() + 0.5;
    }

    /// @return y at an x that it covers
    double yAt(double x) {
        for (int i = 1; i < xs.length; i++) {
            if (x <= xs[i]) {
                double share = Math.clamp((x - xs[i - 1]) / Math.max(xs[i] - xs[i - 1], 1e-9), 0, 1);
                return ys[i - 1] + (ys[i] - ys[i - 1]) * share;
            }
        }
        return endY();
    }

    /// @return whether both look the same: everywhere less than 1.5 px apart
    boolean looksLike(PlacedCurve other) {
        if (!runs() || !other.runs()) {
            return false;
        }
        return Math.abs(startX() - other.startX()) < SAME
                && Math.abs(endX() - other.endX()) < SAME
                && curve.end() == other.curve.end()
                && follows(other)
                && other.follows(this);
    }

    private boolean follows(PlacedCurve other) {
        for (int i = 0; i < xs.length; i++) {
            if (Math.abs(ys[i] - other.yAt(xs[i])) >= SAME) {
                return false;
            }
        }
        return true;
    }
}
