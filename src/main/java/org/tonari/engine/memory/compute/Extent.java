package org.tonari.engine.memory.compute;

/// A side of a tensor that may follow the length of the cache.
///
/// @param size  elements, or rows, at the length a replay is made for
/// @param grows whether the size is in proportion to the cells of a stream; if not, it is the same at any length
record Extent(long size, boolean grows) {

    /// @return a side that is the same whatever the length of the cache
    static Extent fixed(long size) {
        return new Extent(size, false);
    }

    /// @return this side, `factor` times as long
    Extent times(long factor) {
        return new Extent(Math.multiplyExact(size, factor), grows);
    }
}
