package org.tonari.chart.plane;

import java.util.List;
import java.util.function.DoubleFunction;

/// What a plane of points shows. Immutable.
///
/// @param x      the horizontal axis
/// @param y      the vertical axis
/// @param points machines
/// @param roofs  what they cannot pass
/// @param guides places that points share
public record PlaneContent(
        PlaneAxis x, PlaneAxis y, List<PlanePoint> points, List<PlaneRoof> roofs, List<PlaneGuide> guides) {
    private static final DoubleFunction<String> WHOLE = value -> Long.toString(Math.round(value));

    /// Nothing.
    public static final PlaneContent EMPTY = new PlaneContent(
            new PlaneAxis("", PlaneAxis.Scale.LINEAR, WHOLE),
            new PlaneAxis("", PlaneAxis.Scale.LINEAR, WHOLE),
            List.of(),
            List.of(),
            List.of());

    public PlaneContent {
        points = List.copyOf(points);
        roofs = List.copyOf(roofs);
        guides = List.copyOf(guides);
    }
}
