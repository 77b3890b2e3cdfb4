package org.tonari.chart.memory;

import org.tonari.chart.MemoryPart;

/// A part of a memory with its texts.
///
/// @param part   what it is
/// @param size   how much
/// @param origin whether it stands where it belongs
/// @param name   "KV cache"; drawn only at the column that carries the key, and when pointed at
/// @param value  "1.2", in the chart's unit, without it
/// @param note   a few words beside it, lines parted by `\n` ("experts of\n21 layers"); empty for none
/// @param spoken what a screen reader says: "DGX Spark, KV cache, 1.2 gibibytes, 1 percent"
public record PartBox(
        MemoryPart part, Size size, Origin origin, String name, String value, String note, String spoken) {
    /// Where a part belongs.
    public enum Origin {
        /// Here.
        RESIDENT,
        /// In the card's memory, which had no room for it.
        SPILLED
    }

    /// A part that stands where it belongs and needs no note.
    public PartBox(MemoryPart part, Size size, String name, String value, String spoken) {
        this(part, size, Origin.RESIDENT, name, value, "", spoken);
    }
}
