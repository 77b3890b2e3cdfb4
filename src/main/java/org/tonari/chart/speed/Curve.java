package org.tonari.chart.speed;

import java.util.List;
import java.util.OptionalInt;
import org.tonari.chart.MachineMark;

/// A machine in the speed chart.
///
/// The value on the scrub line is read off the points, straight between two of them on the drawn axis: give a point at
/// the scrubbed place and it is exact.
///
/// @param machine  who
/// @param points   by rising `at`; empty where it does not run
/// @param measured published rows
/// @param end      what happens after the last point
/// @param full     across users: how many are served at once at most, beyond whom others wait
public record Curve(
        MachineMark machine, List<CurvePoint> points, List<MeasuredPoint> measured, End end, OptionalInt full) {
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

    /// A curve across contexts.
    public Curve(MachineMark machine, List<CurvePoint> points, List<MeasuredPoint> measured, End end) {
        this(machine, points, measured, end, OptionalInt.empty());
    }

    /// @return whether there is anything to draw
    public boolean runs() {
        return !points.isEmpty();
    }
}
