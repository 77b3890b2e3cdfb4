package org.tonari.chart.plane;

import org.tonari.chart.MachineMark;

/// What no point of a machine can pass: a slope that ends in a level.
///
/// @param machine who
/// @param slope   y for each x
/// @param top     the level
public record PlaneRoof(MachineMark machine, double slope, double top) {
    /// @return the roof at a place
    double at(double x) {
        return Math.min(slope * x, top);
    }
}
