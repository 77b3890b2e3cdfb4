package org.tonari.chart.plane;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.tonari.chart.Box;
import org.tonari.chart.Mark;
import org.tonari.chart.TextRuler;
import org.tonari.chart.TextStyle;

/// Where everything on a plane stands, in logical pixels.
///
/// @param content what is shown
/// @param x       the horizontal axis
/// @param y       the vertical axis
/// @param plot    where points may stand
/// @param spots   where each point is drawn: machines that stand alike stand side by side
/// @param labels  one for each labelled point, none upon another where room allows
record PlaneLayout(PlaneContent content, PlaneSpan x, PlaneSpan y, Box plot, List<Spot> spots, List<Placed> labels) {
    private static final double LEAST_LEFT = 48;
    private static final double TICK_GAP = 16;
    private static final double TOP = 40;
    private static final double BOTTOM = 42;
    private static final double ASIDE = 12;
    private static final double ALIKE = 6;
    private static final double RIGHT = 150;
    private static final double REACH = 9;
    private static final double LINE = 14;
    private static final double GAP = 9;

    /// Where a point is drawn.
    record Spot(PlanePoint point, double x, double y) {}

    /// A label beside its point.
    record Placed(PlanePoint point, Box box) {}

    static PlaneLayout of(PlaneContent content, double width, double height, TextRuler ruler) {
        double bottom = Math.max(height - BOTTOM, TOP + 1);
        PlaneSpan x = PlaneSpan.of(content.x(), content.points().stream().mapToDouble(PlanePoint::x), 0, 1);
        DoubleStream heights = DoubleStream.concat(
                content.points().stream().mapToDouble(PlanePoint::y),
                content.roofs().stream().mapToDouble(roof -> roof.at(x.high())));
        PlaneSpan y = PlaneSpan.of(content.y(), heights, bottom, TOP);
        double left = y.ticks().stream()
                .mapToDouble(tick -> ruler.width(content.y().tick().apply(tick), TextStyle.TICK) + TICK_GAP)
                .max()
                .orElse(LEAST_LEFT);
        var plot = new Box(left, TOP, Math.max(width - left - RIGHT, 1), bottom - TOP);
        PlaneSpan across = x.along(plot.x(), plot.right());
        List<Spot> spots = spots(content, across, y);
        return new PlaneLayout(content, across, y, plot, spots, labels(spots, plot, ruler));
    }

    private static List<Spot> spots(PlaneContent content, PlaneSpan x, PlaneSpan y) {
        var spots = new ArrayList<Spot>();
        for (PlanePoint point : content.points()) {
            double px = x.at(point.x());
            double py = y.at(point.y());
            while (isTaken(spots, px, py)) {
                px += ASIDE;
            }
            spots.add(new Spot(point, px, py));
        }
        return spots;
    }

    private static boolean isTaken(List<Spot> spots, double px, double py) {
        return spots.stream().anyMatch(spot -> Math.abs(spot.x() - px) < ALIKE && Math.abs(spot.y() - py) < ALIKE);
    }

    /// Each label takes the first free place right of, above, below or left of its point.
    private static List<Placed> labels(List<Spot> spots, Box plot, TextRuler ruler) {
        var taken = new ArrayList<Box>();
        spots.forEach(spot -> taken.add(new Box(spot.x() - 5, spot.y() - 5, 10, 10)));
        var placed = new ArrayList<Placed>();
        for (Spot spot : spots) {
            if (!spot.point().label().isEmpty()) {
                double width = ruler.width(spot.point().label(), TextStyle.CURVE);
                List<Box> candidates = candidates(spot.x(), spot.y(), width);
                Box box = candidates.stream()
                        .filter(candidate -> taken.stream().noneMatch(candidate::overlaps)
                                && candidate.x() >= plot.x()
                                && candidate.y() >= 0)
                        .findFirst()
                        .orElse(candidates.getFirst());
                taken.add(box);
                placed.add(new Placed(spot.point(), box));
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
        return spots.stream()
                .filter(spot -> Math.hypot(spot.x() - px, spot.y() - py) <= REACH)
                .min(Comparator.comparingDouble(spot -> Math.hypot(spot.x() - px, spot.y() - py)))
                .map(Spot::point);
    }

    Optional<Spot> spot(Mark mark) {
        return spots.stream().filter(spot -> spot.point().mark().equals(mark)).findFirst();
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
