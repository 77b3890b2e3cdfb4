package org.tonari.chart.memory;

import java.util.List;
import org.tonari.chart.MemoryPart;
import org.tonari.units.Bytes;

/// One memory of a machine and what stands in it.
///
/// @param name         "VRAM 31.8"; drawn only where a machine has two memories
/// @param capacity     what the system sees; unknown draws no outline
/// @param capacityText "121.6", the top label when each column fills the height
/// @param limit        up to where the stack may grow, counted from the bottom, the system included; unknown draws no
///                     mark
/// @param parts        from the bottom, each once; sizes of `SPARE` and `KEPT_FREE` are ignored, their texts are used
/// @param excess       "+14.3" where the parts exceed the limit, else empty
/// @param levels       further heights to mark; empty for most
public record PoolBox(
        String name,
        Size capacity,
        String capacityText,
        Size limit,
        List<PartBox> parts,
        String excess,
        List<Level> levels) {

    /// A height that a runtime reaches by taking memory in advance.
    ///
    /// @param kind   which
    /// @param height counted from the bottom, the system included
    /// @param text   "reserved 109.5"
    public record Level(Kind kind, Bytes height, String text) {
        /// What a level says.
        public enum Kind {
            NEEDED,
            RESERVED
        }
    }

    public PoolBox {
        parts = List.copyOf(parts);
        levels = List.copyOf(levels);
    }

    /// @return the parts that take memory, from the bottom; not spare and not kept free
    public List<PartBox> stack() {
        return parts.stream().filter(part -> !isRoom(part.part())).toList();
    }

    /// @return all known parts together
    public Bytes height() {
        return stack().stream().map(part -> part.size().orNothing()).reduce(Bytes.ZERO, Bytes::plus);
    }

    private static boolean isRoom(MemoryPart part) {
        return part == MemoryPart.SPARE || part == MemoryPart.KEPT_FREE;
    }
}
