package org.tonari.chart.plane;

import org.tonari.chart.MachineMark;

/// A measured value beside its estimate.
///
/// @param machine   whose colour and symbol it has
/// @param measured  above 0
/// @param estimated above 0
/// @param words     what a screen reader and a tooltip say of it
public record ScatterDot(MachineMark machine, double measured, double estimated, String words) {
    public ScatterDot {
        if (!(measured > 0 && estimated > 0)) {
            throw new IllegalArgumentException("a dot stands above 0 on both axes: " + measured + ", " + estimated);
        }
    }
}
