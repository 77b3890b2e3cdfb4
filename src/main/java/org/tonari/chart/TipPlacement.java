package org.tonari.chart;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;

/// Where a tooltip stands: beside its mark, never over it, inside the window.
public final class TipPlacement {
    private static final double GAP = 12;

    private TipPlacement() {}

    /// Right of the mark; left where there is no room; else below or above.
    ///
    /// @param mark what the tooltip belongs to
    /// @param tip  its size; its place does not count
    /// @param area where it may stand, in the coordinates of the mark
    /// @return its bounds
    public static Bounds beside(Bounds mark, Bounds tip, Bounds area) {
        double width = tip.getWidth();
        double height = tip.getHeight();
        double y = inside(mark.getCenterY() - height / 2, height, area.getMinY(), area.getMaxY());
        if (mark.getMaxX() + GAP + width <= area.getMaxX()) {
            return new BoundingBox(mark.getMaxX() + GAP, y, width, height);
        }
        if (mark.getMinX() - GAP - width >= area.getMinX()) {
            return new BoundingBox(mark.getMinX() - GAP - width, y, width, height);
        }
        double x = inside(mark.getCenterX() - width / 2, width, area.getMinX(), area.getMaxX());
        boolean below = mark.getMaxY() + GAP + height <= area.getMaxY();
        return new BoundingBox(x, below ? mark.getMaxY() + GAP : mark.getMinY() - GAP - height, width, height);
    }

    private static double inside(double wanted, double length, double from, double to) {
        return Math.max(from, Math.min(wanted, to - length));
    }
}
