package org.tonari.chart.plane;

import java.util.List;
import javafx.geometry.Bounds;
import org.tonari.chart.Brush;
import org.tonari.chart.CanvasSkin;
import org.tonari.chart.Mark;
import org.tonari.chart.MarkWalk;
import org.tonari.chart.Room;

/// Lays out and paints a plane of points.
final class PlaneChartSkin extends CanvasSkin<PlaneChart> {
    private static final Room ROOM = new Room(420, 180, 900, 300);
    private static final double RADIUS = 6;

    private PlaneLayout layout;

    PlaneChartSkin(PlaneChart chart) {
        super(chart, ROOM);
        repaintOn(List.of(chart.contentProperty()));
        layout = PlaneLayout.of(chart.getContent(), ROOM.width(), ROOM.height(), ruler());
    }

    @Override
    protected void paint(Brush brush, double width, double height) {
        PlaneChart chart = getSkinnable();
        layout = PlaneLayout.of(chart.getContent(), width, height, ruler());
        var painter =
                new PlanePainter(brush, layout, chart.getHovered().machine().orElse(""));
        painter.paint();
        ring(brush, chart.getSelection());
        focusRing(brush, width, height);
        layout.spot(chart.getHovered()).ifPresent(painter::callOut);
    }

    @Override
    protected Mark markAt(double x, double y) {
        return layout.near(x, y).map(PlanePoint::mark).orElse(Mark.NONE);
    }

    @Override
    protected Bounds boundsOf(Mark mark) {
        return layout.spot(mark).map(spot -> round(spot.x(), spot.y(), RADIUS)).orElse(NOWHERE);
    }

    @Override
    protected String spoken(Mark mark) {
        return layout.point(mark).map(PlanePoint::spoken).orElse("");
    }

    @Override
    protected Mark neighbour(Mark from, MarkWalk.Step step) {
        List<PlanePoint> points = layout.inOrder();
        if (points.isEmpty()) {
            return Mark.NONE;
        }
        int index = layout.point(from).map(points::indexOf).orElse(-1);
        int next =
                switch (step) {
                    case LEFT, DOWN -> Math.max(index - 1, 0);
                    case RIGHT, UP -> Math.min(index + 1, points.size() - 1);
                    case FIRST -> 0;
                    case LAST -> points.size() - 1;
                };
        return points.get(next).mark();
    }
}
