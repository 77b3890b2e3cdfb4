package org.tonari.chart.plane;

import java.util.Objects;
import java.util.function.DoubleFunction;

/// One axis of a plane of points.
///
/// @param name  what it counts, with its unit
/// @param scale how numbers are laid along it
/// @param tick  writes the numbers beside it
public record PlaneAxis(String name, Scale scale, DoubleFunction<String> tick) {
    /// How numbers are laid along an axis.
    public enum Scale {
        /// From 0 in equal steps.
        LINEAR,
        /// In powers of ten, as a roofline is drawn.
        LOGARITHMIC
    }

    public PlaneAxis {
        Objects.requireNonNull(scale);
        Objects.requireNonNull(tick);
    }
}
