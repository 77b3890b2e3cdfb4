package org.tonari.chart;

import java.util.List;

/// A machine in the speed chart.
///
/// The value on the scrub line is read off the points, straight between two of them on the drawn axis: give a point
/// at the
/// scrubbed place and it is exact.
///
/// @param machine  who
/// @param points   by rising `at`; empty where it does not run
/// @param measured published rows
/// @param end      what happens after the last point
public record Curve(MachineMark machine, List<CurvePoint> points, List<MeasuredPoint> measured, End end) {
    /// What happens after the last point.
    public enum End {
        /// Nothing; the axis or the model ends there.
        OPEN,
        /// The memory is full: ✕.
        OUT_OF_MEMORY
    }

    public Curve {
        points = List.copyOf(points);
        measured = List.copyOf(measured);
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i).at() <= points.get(i - 1).at()) {
                throw new IllegalArgumentException(
                        "points must rise: " + points.get(i).at());
            }
        }
    }

    /// @return whether there is anything to draw
    public boolean runs() {
        return !points.isEmpty();
    }
}
