package org.tonari.chart.memory;

import java.util.function.LongFunction;

/// What the memory axis counts in.
///
/// @param label "GiB"
/// @param bytes how many bytes one is
/// @param text  writes a whole number of them, for the axis
public record MemoryUnit(String label, long bytes, LongFunction<String> text) {
    public MemoryUnit {
        if (bytes <= 0) {
            throw new IllegalArgumentException("a unit has bytes: " + bytes);
        }
    }
}
