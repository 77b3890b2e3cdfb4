package org.tonari.chart.memory;

import java.util.List;
import org.tonari.units.Bytes;

/// A ghost outline: how high a machine's stacks stood in a pinned scenario.
///
/// @param letter    "A"
/// @param machineId whose
/// @param heights   one for each memory, the system included
public record PinnedStack(String letter, String machineId, List<Bytes> heights) {
    public PinnedStack {
        heights = List.copyOf(heights);
    }
}
