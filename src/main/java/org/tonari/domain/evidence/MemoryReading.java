package org.tonari.domain.evidence;

import java.util.Map;
import java.util.Objects;
import org.tonari.explain.Source;
import org.tonari.units.Bytes;

/// Memory that a published run printed or was seen to hold.
///
/// @param id       the reading's name in its collection
/// @param words    the scenario, in the words of the command line
/// @param part     what was measured
/// @param measured how much
/// @param host     whether it was read on the scenario's machine
/// @param source   where it was published
public record MemoryReading(String id, Map<String, String> words, Part part, Bytes measured, Host host, Source source) {

    /// What a reading is of.
    public enum Part {
        WEIGHTS,
        KV_CACHE,
        RECURRENT_STATE,
        ACTIVATIONS,
        /// All that an allocator counted, without the runtime's own context and libraries.
        WITHOUT_RUNTIME,
        /// The whole process.
        REQUIRED
    }

    /// Where a reading was taken.
    public enum Host {
        /// On the scenario's machine.
        ITSELF,
        /// On another machine, which the figure does not depend on.
        OTHER
    }

    public MemoryReading {
        words = Map.copyOf(words);
        Objects.requireNonNull(part);
        Objects.requireNonNull(host);
        if (measured.equals(Bytes.ZERO)) {
            throw new IllegalArgumentException("something was measured: " + id);
        }
    }
}
