package org.tonari.chart;

/// A rectangle in logical pixels.
///
/// @param x      left
/// @param y      top
/// @param width  at least 0
/// @param height at least 0
public record Box(double x, double y, double width, double height) {
    /// @return the x of its right edge
    public double right() {
        return x + width;
    }

    /// @return the y of its lower edge
    public double bottom() {
        return y + height;
    }

    /// @return the x of its middle
    public double middleX() {
        return x + width / 2;
    }

    /// @return the y of its middle
    public double middleY() {
        return y + height / 2;
    }

    /// @return a box that reaches further by so much on each side
    public Box grown(double by) {
        return new Box(x - by, y - by, width + 2 * by, height + 2 * by);
    }

    /// @return whether a point lies in it
    public boolean contains(double px, double py) {
        return px >= x && px <= right() && py >= y && py <= bottom();
    }

    /// @return whether the two have area in common
    public boolean overlaps(Box other) {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }

    /// @return the smallest box round both
    public Box with(Box other) {
        double left = Math.min(x, other.x);
        double top = Math.min(y, other.y);
        return new Box(left, top, Math.max(right(), other.right()) - left, Math.max(bottom(), other.bottom()) - top);
    }
}
