package org.tonari.chart.memory;

import java.util.ArrayList;
import java.util.List;
import org.tonari.chart.Box;

/// A tall, narrow stack folded into columns side by side, each filled from the bottom, so that area stays what it
/// was.
///
/// Lengths are pixels along the stack, from the bottom of the first column.
///
/// @param x     left of the first column
/// @param base  the bottom
/// @param width of one column
/// @param fold  the length of one column
record FoldedBox(double x, double base, double width, double fold) {
    private static final double TINY = 1e-9;

    FoldedBox {
        if (!(fold > 0 && width > 0)) {
            throw new IllegalArgumentException("a column needs width and height: " + width + ", " + fold);
        }
    }

    /// @param from a length
    /// @param to   a length, at least `from`
    /// @return what lies between, one box for each column it touches, from the left
    List<Box> between(double from, double to) {
        var boxes = new ArrayList<Box>();
        for (int column = column(from); column * fold < to - TINY; column++) {
            double low = Math.max(from - column * fold, 0);
            double high = Math.min(to - column * fold, fold);
            if (high > low) {
                boxes.add(new Box(x + column * width, base - high, width, high - low));
            }
        }
        return boxes;
    }

    /// @param length a length above 0
    /// @return how many columns it takes
    int columns(double length) {
        return Math.max(1, (int) Math.ceil(length / fold - TINY));
    }

    /// @param length a length
    /// @return the column in which it ends from below: a full column ends in itself
    int endColumn(double length) {
        return columns(length) - 1;
    }

    /// @param length a length
    /// @return y of its end, in [#endColumn(double)]
    double endY(double length) {
        return base - (length - endColumn(length) * fold);
    }

    double columnX(int column) {
        return x + column * width;
    }

    /// @param length a length above 0
    /// @return the corners of the outline round everything below, from the bottom left, clockwise
    List<double[]> outline(double length) {
        int last = endColumn(length);
        double top = last > 0 ? base - fold : endY(length);
        double right = columnX(last + 1);
        var corners = new ArrayList<double[]>();
        corners.add(new double[] {x, base});
        corners.add(new double[] {x, top});
        if (last > 0 && endY(length) > top + TINY) {
            corners.add(new double[] {columnX(last), top});
            corners.add(new double[] {columnX(last), endY(length)});
        }
        corners.add(new double[] {right, last > 0 ? endY(length) : top});
        corners.add(new double[] {right, base});
        return corners;
    }

    private int column(double length) {
        return (int) Math.floor(length / fold + TINY);
    }
}
