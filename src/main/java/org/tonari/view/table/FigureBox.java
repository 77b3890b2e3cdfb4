package org.tonari.view.table;

import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// Holds a figure at a side of its cell. The figure lays itself out alone: a table whose figures change with every
/// frame of a drag is not laid out, nor styled, anew each time.
final class FigureBox extends Region {
    private final Label label;
    private final HPos side;

    FigureBox(Label label, HPos side) {
        this.label = label;
        this.side = side;
        label.setManaged(false);
        getChildren().add(label);
    }

    /// Puts the figure in its place after its text changed.
    void place() {
        if (getWidth() <= 0 || label.getScene() == null) {
            return;
        }
        double width = Math.min(getWidth(), snapSizeX(label.prefWidth(-1)));
        double height = Math.min(getHeight(), snapSizeY(label.prefHeight(-1)));
        double x = side == HPos.RIGHT ? snapPositionX(getWidth() - width) : 0;
        label.resizeRelocate(x, snapPositionY((getHeight() - height) / 2), width, height);
    }

    @Override
    protected void layoutChildren() {
        place();
    }

    @Override
    protected double computePrefWidth(double height) {
        return Double.MAX_VALUE;
    }

    @Override
    protected double computePrefHeight(double width) {
        return label.prefHeight(-1);
    }

    @Override
    protected double computeMaxWidth(double height) {
        return Double.MAX_VALUE;
    }
}
