package org.tonari.engine.memory;

import org.tonari.domain.runtime.CacheFormat;
import org.tonari.explain.Operation;
import org.tonari.explain.Term;
import org.tonari.units.Unit;

/// Bytes of one token's keys, or values, in one layer: whole blocks of the cache format.
final class CacheRow {
    private CacheRow() {}

    /// `elements ÷ block elements × block bytes` (`ggml_row_size`).
    ///
    /// @param id       what the row is
    /// @param elements a term that counts the row's elements, filling whole blocks
    /// @param format   how they are packed
    static Term bytes(String id, Term elements, CacheFormat format) {
        Term blockBytes = Leaf.bytes("block_bytes", format.block().bytes(), format.source());
        if (format.block().elements() == 1) {
            return Term.derived(id, Unit.BYTES, Operation.PRODUCT, elements, blockBytes);
        }
        Term blocks = Term.derived(
                "blocks",
                Unit.COUNT,
                Operation.QUOTIENT,
                elements,
                Leaf.rule("block_elements", format.block().elements(), format.source()));
        return Term.derived(id, Unit.BYTES, Operation.PRODUCT, blocks, blockBytes);
    }
}
