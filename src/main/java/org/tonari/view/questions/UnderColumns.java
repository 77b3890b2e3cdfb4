package org.tonari.view.questions;

import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import org.tonari.chart.memory.MemoryStackChart;

/// A chart above its figures, moved to the right until each column of the chart stands above its figures.
final class UnderColumns extends Region {
    private static final double GAP_EM = 1;
    private static final double EM = 12;

    private final MemoryStackChart chart;
    private final AnswerGrid figures;

    UnderColumns(MemoryStackChart chart, AnswerGrid figures) {
        this.chart = chart;
        this.figures = figures;
        getChildren().setAll(chart, figures.node());
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return chart.minWidth(-1);
    }

    @Override
    protected double computePrefWidth(double height) {
        return chart.prefWidth(-1);
    }

    @Override
    protected double computeMinHeight(double width) {
        return chart.minHeight(width) + gap() + figures.node().prefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        return chart.prefHeight(width) + gap() + figures.node().prefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double height = figures.node().prefHeight(getWidth());
        double top = snapPositionY(getHeight() - height);
        double start = snapPositionX(Math.max(0, figures.namesWidth() - chart.columnsStart()));
        chart.resizeRelocate(start, 0, getWidth() - start, Math.max(0, top - gap()));
        figures.node().resizeRelocate(0, top, getWidth() - chart.columnsMargin(), height);
    }

    private double gap() {
        return GAP_EM * EM * chart.getZoom();
    }
}
