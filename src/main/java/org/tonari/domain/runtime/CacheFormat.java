package org.tonari.domain.runtime;

import java.util.List;
import java.util.Objects;
import org.tonari.explain.Source;

/// The element format of a KV cache.
///
/// @param id       such as `q8_0`
/// @param name     as shown
/// @param block    how elements are packed
/// @param precision whether it rounds
/// @param runtimes ids of the runtimes that offer it
/// @param source   who states the layout
public record CacheFormat(
        String id, String name, BlockFormat block, Precision precision, List<String> runtimes, Source source) {
    /// Whether elements are floating-point numbers or quantised blocks.
    public enum Precision {
        FLOATING_POINT,
        QUANTISED
    }

    public CacheFormat {
        Objects.requireNonNull(block);
        Objects.requireNonNull(precision);
        runtimes = List.copyOf(runtimes);
    }

    /// @return whether this is a quantised format
    public boolean isQuantised() {
        return precision == Precision.QUANTISED;
    }
}
