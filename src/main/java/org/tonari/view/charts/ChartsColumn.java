package org.tonari.view.charts;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.layout.Region;

/// Two areas, one above the other: what room there is beyond their designed heights they share 55 to 45.
public final class ChartsColumn extends Region {
    private static final double UPPER = 256;
    private static final double LOWER = 222;
    private static final double UPPER_SHARE = 0.55;

    private final Region upper;
    private final Region lower;
    private final DoubleProperty zoom = new SimpleDoubleProperty(this, "zoom", 1);

    /// @param upper the memories
    /// @param lower the speeds
    public ChartsColumn(Region upper, Region lower) {
        this.upper = upper;
        this.lower = lower;
        getChildren().addAll(upper, lower);
        zoom.subscribe(_ -> requestLayout());
    }

    /// How large everything is drawn.
    public DoubleProperty zoomProperty() {
        return zoom;
    }

    @Override
    protected double computePrefHeight(double width) {
        return (UPPER + LOWER) * zoom.get();
    }

    @Override
    protected double computeMinHeight(double width) {
        return 240;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 300;
    }

    @Override
    protected void layoutChildren() {
        double extra = getHeight() - computePrefHeight(-1);
        double above = snapPositionY(UPPER * zoom.get() + extra * UPPER_SHARE);
        upper.resizeRelocate(0, 0, getWidth(), above);
        lower.resizeRelocate(0, above, getWidth(), getHeight() - above);
    }
}
