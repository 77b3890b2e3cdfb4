package org.tonari.chart;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;

/// Lays out and paints speed curves.
final class ThroughputChartSkin extends CanvasSkin<ThroughputChart> {
    ThroughputChartSkin(ThroughputChart chart) {
        super(chart);
    }

    @Override
    void paint(Brush brush, double width, double height) {}

    @Override
    Mark markAt(double x, double y) {
        return Mark.NONE;
    }

    @Override
    Bounds boundsOf(Mark mark) {
        return new BoundingBox(0, 0, -1, -1);
    }

    @Override
    String spoken(Mark mark) {
        return "";
    }

    @Override
    Mark neighbour(Mark from, MarkWalk.Step step) {
        return Mark.NONE;
    }
}
