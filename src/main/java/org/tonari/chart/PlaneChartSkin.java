package org.tonari.chart;

import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;

/// Lays out and paints a plane of points.
final class PlaneChartSkin extends CanvasSkin<PlaneChart> {
    private static final Bounds NOWHERE = new BoundingBox(0, 0, -1, -1);
    private static final double PREFERRED_WIDTH = 900;
    private static final double PREFERRED_HEIGHT = 300;
    private static final double LEAST_WIDTH = 420;
    private static final double LEAST_HEIGHT = 180;
    private static final double RADIUS = 6;

    private PlaneLayout layout;

    PlaneChartSkin(PlaneChart chart) {
        super(chart);
        repaintOn(List.of(chart.contentProperty()));
        layout = PlaneLayout.of(chart.getContent(), PREFERRED_WIDTH, PREFERRED_HEIGHT, ruler());
    }

    @Override
    void paint(Brush brush, double width, double height) {
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
    Mark markAt(double x, double y) {
        return layout.near(x, y).map(PlanePoint::mark).orElse(Mark.NONE);
    }

    @Override
    Bounds boundsOf(Mark mark) {
        return layout.spot(mark)
                .<Bounds>map(spot -> new BoundingBox(spot.x() - RADIUS, spot.y() - RADIUS, 2 * RADIUS, 2 * RADIUS))
                .orElse(NOWHERE);
    }

    @Override
    String spoken(Mark mark) {
        return layout.point(mark).map(PlanePoint::spoken).orElse("");
    }

    @Override
    Mark neighbour(Mark from, MarkWalk.Step step) {
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

    @Override
    protected double computeMinWidth(double height, double top, double right, double bottom, double left) {
        return left + right + zoom() * LEAST_WIDTH;
    }

    @Override
    protected double computePrefWidth(double height, double top, double right, double bottom, double left) {
        return left + right + zoom() * PREFERRED_WIDTH;
    }

    @Override
    protected double computeMinHeight(double width, double top, double right, double bottom, double left) {
        return top + bottom + zoom() * LEAST_HEIGHT;
    }

    @Override
    protected double computePrefHeight(double width, double top, double right, double bottom, double left) {
        return top + bottom + zoom() * PREFERRED_HEIGHT;
    }
}
