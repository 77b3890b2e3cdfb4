package org.tonari.chart.memory;

/// How memories of different size share the height.
public enum ScaleMode {
    /// Equal area is equal memory; large memories fold into several widths.
    SAME_SCALE,
    /// Each column takes the whole height.
    FILL_EACH
}
