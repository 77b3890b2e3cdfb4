package org.tonari.chart.plane;

import org.tonari.chart.MachineMark;
import org.tonari.chart.Mark;

/// A machine on a plane.
///
/// @param machine who
/// @param series  which of a machine's points, from 0
/// @param x       above 0
/// @param y       above 0
/// @param label   stands beside it; empty for none
/// @param spoken  what a screen reader says, and what is shown while it is pointed at
public record PlanePoint(MachineMark machine, int series, double x, double y, String label, String spoken) {
    public PlanePoint {
        if (!(x > 0 && y > 0 && Double.isFinite(x) && Double.isFinite(y))) {
            throw new IllegalArgumentException("a point lies above 0: " + x + " " + y);
        }
    }

    /// @return what it is called among marks
    Mark mark() {
        return new Mark.Point(machine.id(), series);
    }
}
