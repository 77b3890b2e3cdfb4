package org.tonari.chart.memory;

import java.util.List;
import org.tonari.chart.Box;

/// A memory where it is drawn. Lengths are pixels along the folded stack.
///
/// @param pool     what it is
/// @param folded   how it is folded
/// @param scale    pixels for a byte
/// @param capacity its length; 0 where unknown
/// @param limit    up to where the stack may grow; infinite where unknown
/// @param need     how long the stack is
/// @param parts    the stack, then the spare room and the room kept free where the data name them
record PlacedPool(
        PoolBox pool,
        FoldedBox folded,
        double scale,
        double capacity,
        double limit,
        double need,
        List<PlacedPart> parts) {

    /// @return how far it reaches, outline or stack
    double extent() {
        return Math.max(Math.max(capacity, need), 1);
    }

    /// @return the room above limit and stack that stays free
    List<Box> keptFree() {
        double from = Math.max(limit, need);
        return from < capacity ? folded.between(from, capacity) : List.of();
    }

    boolean isOver() {
        return need > limit + 0.01;
    }

    /// @return the box round outline and stack
    Box bounds() {
        return folded.between(0, extent()).stream().reduce(Box::with).orElseThrow();
    }

    /// @return x of the right edge of the column in which the stack ends
    double stackRight() {
        return folded.columnX(folded.endColumn(Math.max(need, 1)) + 1);
    }
}
