package org.tonari.engine.memory.compute;

import org.tonari.domain.runtime.CacheFormat;

/// How cached elements are packed, as far as it bears on a graph.
///
/// @param isQuantised   whether they are quantised, so that head sizes may be rotated
/// @param isConverted   whether they are converted to 16 bits before fused attention reads them
/// @param blockElements elements of a block
/// @param blockBytes    bytes of a block
record CachePacking(boolean isQuantised, boolean isConverted, long blockElements, long blockBytes) {

    static CachePacking of(CacheFormat format) {
        long elements = format.block().elements();
        long bytes = format.block().bytes();
        return new CachePacking(format.isQuantised(), elements == 1 && bytes == Float.BYTES, elements, bytes);
    }

    /// @return the same for graphs that read the cache in place, whatever the length of its blocks
    CachePacking inPlace() {
        return new CachePacking(isQuantised, isConverted, 0, 0);
    }

    /// @param elements cached
    /// @return their bytes
    Extent bytes(Extent elements) {
        return new Extent(Math.multiplyExact(elements.size(), blockBytes) / blockElements, elements.grows());
    }
}
