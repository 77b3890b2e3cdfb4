package org.tonari.chart.speed;

/// The speed that is asked for: nothing, or a dashed line with its words.
public sealed interface SpeedTarget {
    /// No line.
    SpeedTarget NONE = new None();

    /// No line.
    record None() implements SpeedTarget {}

    /// @param value in the vertical axis's unit
    /// @param text  "target 20"
    record AtLeast(double value, String text) implements SpeedTarget {}
}
