package org.tonari.chart.speed;

import java.util.ArrayList;
import java.util.List;

/// A curve where it is drawn: as much of it as the axis covers.
///
/// @param curve  who and what
/// @param points what of it is on the axis
/// @param xs     x of each of these points
/// @param ys     y of each of these points
record PlacedCurve(Curve curve, List<CurvePoint> points, double[] xs, double[] ys) {
    private static final double SAME = 1.5;

    static PlacedCurve of(Curve curve, PlotScale scale) {
        List<CurvePoint> points = on(scale.axis().span(), curve.points());
        return new PlacedCurve(
                curve,
                points,
                points.stream().mapToDouble(point -> scale.x(point.at())).toArray(),
                points.stream().mapToDouble(point -> scale.y(point.expected())).toArray());
    }

    /// @return the points on an axis; where a curve enters or leaves it, the point there
    static List<CurvePoint> on(AxisSpan span, List<CurvePoint> points) {
        if (points.stream().allMatch(point -> span.covers(point.at()))) {
            return points;
        }
        var visible = new ArrayList<CurvePoint>();
        for (int i = 0; i < points.size(); i++) {
            CurvePoint point = points.get(i);
            if (i > 0) {
                cut(span.lowest(), points.get(i - 1), point, visible);
                cut(span.max(), points.get(i - 1), point, visible);
            }
            if (span.covers(point.at())) {
                visible.add(point);
            }
        }
        return visible;
    }

    private static void cut(double edge, CurvePoint before, CurvePoint after, List<CurvePoint> visible) {
        if (before.at() < edge && edge < after.at() && edge > 0) {
            double share = Math.log(edge / Math.max(before.at(), 1)) / Math.log(after.at() / Math.max(before.at(), 1));
            visible.add(PlotScale.mix(before, after, Math.clamp(share, 0, 1)).movedTo(edge));
        }
    }

    String id() {
        return curve.machine().id();
    }

    /// @return whether any of it is on the axis
    boolean runs() {
        return xs.length > 0;
    }

    /// @return whether the memory is full where it ends on the axis
    boolean endsHere() {
        return runs()
                && curve.end() == Curve.End.OUT_OF_MEMORY
                && points.getLast().at() == curve.points().getLast().at();
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
                && endsHere() == other.endsHere()
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
