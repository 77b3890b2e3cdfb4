package org.tonari.view.why;

import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.tonari.export.picture.Wording;
import org.tonari.view.parts.Labels;

/// One share of a step: its colour, what it is spent on, its formula and its time. A formula without room between name
/// and time has a line of its own, and is never broken. Its nodes stay while its texts change.
final class StepShare extends Region {
    private static final double GAP_EM = 0.6;

    private final Region swatch = new Region();
    private final Label name = Labels.styled("name");
    private final Label formula = Labels.styled("formula");
    private final Label time = Labels.styled("time");

    /// @param kind style of the colour
    StepShare(String kind) {
        swatch.getStyleClass().addAll("swatch", kind);
        getStyleClass().add("share");
        getChildren().addAll(swatch, name, formula, time);
    }

    void show(String of, String reckoned, double milliseconds, Wording wording) {
        name.setText(of);
        formula.setText(reckoned);
        time.setText(wording.formats().decimals(milliseconds, 1));
        requestLayout();
    }

    /// A formula may need a line of its own, so that the height follows from the width.
    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private double gap() {
        return snapSpaceX(name.getFont().getSize() * GAP_EM);
    }

    private boolean isOnOneLine(double width) {
        double needed = boxWidth() + name.prefWidth(-1) + formula.prefWidth(-1) + time.prefWidth(-1) + 3 * gap();
        return width < 0 || needed <= width - inset();
    }

    private double boxWidth() {
        return snapSizeX(swatch.minWidth(-1));
    }

    private double inset() {
        return snappedLeftInset() + snappedRightInset();
    }

    @Override
    protected double computePrefWidth(double height) {
        return inset() + boxWidth() + name.prefWidth(-1) + time.prefWidth(-1) + 2 * gap();
    }

    @Override
    protected double computePrefHeight(double width) {
        double line = snapSizeY(name.prefHeight(-1));
        double second = isOnOneLine(width) ? 0 : snapSizeY(formula.prefHeight(-1));
        return snappedTopInset() + line + second + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset();
        double right = getWidth() - snappedRightInset();
        double top = snappedTopInset();
        double line = snapSizeY(name.prefHeight(-1));
        double box = snapSizeY(swatch.minHeight(-1));
        swatch.resizeRelocate(left, top + snapPositionY((line - box) / 2), boxWidth(), box);
        double nameX = left + boxWidth() + gap();
        double timeX = right - snapSizeX(time.prefWidth(-1));
        time.resizeRelocate(timeX, top, right - timeX, line);
        name.resizeRelocate(nameX, top, Math.min(snapSizeX(name.prefWidth(-1)), timeX - nameX), line);
        double wide = snapSizeX(formula.prefWidth(-1));
        if (isOnOneLine(getWidth())) {
            double end = timeX - gap();
            formula.resizeRelocate(end - wide, top, wide, line);
        } else {
            formula.resizeRelocate(nameX, top + line, Math.min(wide, right - nameX), formula.prefHeight(-1));
        }
    }
}
