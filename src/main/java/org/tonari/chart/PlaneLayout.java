package org.tonari.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/// Where everything on a plane stands, in logical pixels.
///
/// @param content what is shown
/// @param x       the horizontal axis
/// @param y       the vertical axis
/// @param plot    where points may stand
/// @param labels  one for each labelled point, none upon another where room allows
record PlaneLayout(PlaneContent content, PlaneSpan x, PlaneSpan y, Box plot, List<Placed> labels) {
    private static final double LEFT = 64;
    private static final double TOP = 34;
    private static final double BOTTOM = 34;
    private static final double RIGHT = 150;
    private static final double REACH = 9;
    private static final double LINE = 14;
    private static final double GAP = 9;

    /// A label beside its point.
    record Placed(PlanePoint point, Box box) {}

    static PlaneLayout of(PlaneContent content, double width, double height, TextRuler ruler) {
        var plot = new Box(LEFT, TOP, Math.max(width - LEFT - RIGHT, 1), Math.max(height - TOP - BOTTOM, 1));
        PlaneSpan x =
                PlaneSpan.of(content.x(), content.points().stream().mapToDouble(PlanePoint::x), plot.x(), plot.right());
        DoubleStream heights = DoubleStream.concat(
                content.points().stream().mapToDouble(PlanePoint::y),
                content.roofs().stream().mapToDouble(roof -> roof.at(x.high())));
        PlaneSpan y = PlaneSpan.of(content.y(), heights, plot.bottom(), plot.y());
        return new PlaneLayout(content, x, y, plot, labels(content, x, y, plot, ruler));
    }

    /// Each label takes the first free place right of, above, below or left of its point.
    private static List<Placed> labels(PlaneContent content, PlaneSpan x, PlaneSpan y, Box plot, TextRuler ruler) {
        var taken = new ArrayList<Box>();
        for (PlanePoint point : content.points()) {
            taken.add(new Box(x.at(point.x()) - 5, y.at(point.y()) - 5, 10, 10));
        }
        var placed = new ArrayList<Placed>();
        for (PlanePoint point : content.points()) {
            if (!point.label().isEmpty()) {
                double width = ruler.width(point.label(), TextStyle.CURVE);
                Box box = candidates(x.at(point.x()), y.at(point.y()), width).stream()
                        .filter(candidate -> taken.stream().noneMatch(candidate::overlaps)
                                && candidate.x() >= plot.x()
                                && candidate.y() >= 0)
                        .findFirst()
                        .orElseGet(() -> candidates(x.at(point.x()), y.at(point.y()), width)
                                .getFirst());
                taken.add(box);
                placed.add(new Placed(point, box));
            }
        }
        return placed;
    }

    private static List<Box> candidates(double px, double py, double width) {
        return List.of(
                new Box(px + GAP, py - LINE / 2, width, LINE),
                new Box(px - width / 2, py - GAP - LINE, width, LINE),
                new Box(px - width / 2, py + GAP, width, LINE),
                new Box(px - GAP - width, py - LINE / 2, width, LINE),
                new Box(px + GAP, py - LINE - 4, width, LINE),
                new Box(px + GAP, py + 4, width, LINE));
    }

    Optional<PlanePoint> near(double px, double py) {
        return content.points().stream()
                .filter(point -> Math.hypot(x.at(point.x()) - px, y.at(point.y()) - py) <= REACH)
                .min(Comparator.comparingDouble(point -> Math.hypot(x.at(point.x()) - px, y.at(point.y()) - py)));
    }

    Optional<PlanePoint> point(Mark mark) {
        return content.points().stream()
                .filter(point -> point.mark().equals(mark))
                .findFirst();
    }

    /// @return the points from left to right, and from bottom to top where they share a place
    List<PlanePoint> inOrder() {
        return content.points().stream()
                .sorted(Comparator.comparingDouble(PlanePoint::x).thenComparingDouble(PlanePoint::y))
                .toList();
    }
}
