package org.tonari.chart.speed;

import java.util.List;
import org.tonari.chart.MachineMark;

/// A thin dashed curve: how fast a machine was in a pinned scenario.
///
/// @param letter  "A"
/// @param machine who
/// @param points  by rising `at`
public record PinnedCurve(String letter, MachineMark machine, List<CurvePoint> points) {
    public PinnedCurve {
        points = List.copyOf(points);
    }
}
