package org.tonari.chart.speed;

import java.util.List;
import org.tonari.chart.NiceTicks;

/// Places on the plot: x by context, y by speed.
///
/// @param axis   the horizontal axis
/// @param ticks  the vertical one's
/// @param top    y of the highest tick
/// @param bottom y of 0
record PlotScale(ContextAxis axis, NiceTicks ticks, double top, double bottom) {
    double x(double at) {
        return axis.x(at);
    }

    double y(double value) {
        return bottom - value / ticks.top() * (bottom - top);
    }

    /// @param points by rising place
    /// @return the point at `at`, straight between its neighbours as drawn; the nearest end outside of them
    CurvePoint between(List<CurvePoint> points, double at) {
        CurvePoint before = points.getFirst();
        for (CurvePoint point : points) {
            if (point.at() >= at) {
                double room = x(point.at()) - x(before.at());
                double share = room <= 0 ? 1 : Math.clamp((x(at) - x(before.at())) / room, 0, 1);
                return mix(before, point, share);
            }
            before = point;
        }
        return before;
    }

    static CurvePoint mix(CurvePoint one, CurvePoint other, double share) {
        if (share == 1) {
            return other;
        }
        double expected = mix(one.expected(), other.expected(), share);
        return new CurvePoint(
                mix(one.at(), other.at(), share),
                Math.min(mix(one.low(), other.low(), share), expected),
                expected,
                Math.max(mix(one.high(), other.high(), share), expected));
    }

    private static double mix(double one, double other, double share) {
        return one + (other - one) * share;
    }
}
