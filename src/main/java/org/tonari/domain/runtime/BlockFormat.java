package org.tonari.domain.runtime;

import org.tonari.units.Bytes;

/// How numbers are packed: a fixed number of elements in a fixed number of bytes, scales included.
///
/// @param id       such as `q4_k`
/// @param elements in a block, at least 1
/// @param bytes    of a block, at least 1
public record BlockFormat(String id, long elements, long bytes) {
    public BlockFormat {
        if (elements <= 0 || bytes <= 0) {
            throw new IllegalArgumentException("not a block format: " + elements + " in " + bytes + " bytes");
        }
    }

    /// @return whether a row of `columns` elements fills whole blocks
    public boolean fits(long columns) {
        return columns % elements == 0;
    }

    /// @return the bytes of a row of `columns` elements, the last block filled up
    public Bytes row(long columns) {
        return new Bytes(Math.multiplyExact(Math.ceilDiv(columns, elements), bytes));
    }

    /// @return bits for one element, scales included
    public double bitsPerElement() {
        return 8.0 * bytes / elements;
    }
}
