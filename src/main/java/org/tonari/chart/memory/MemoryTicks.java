package org.tonari.chart.memory;

import java.util.List;
import java.util.stream.LongStream;
import org.tonari.units.Bytes;

/// The memory axis's ticks: quarters of a fold in binary units, nice decimal steps in others.
///
/// @param step from tick to tick, in units
/// @param most the highest, in units
record MemoryTicks(long step, long most) {
    private static final int MOST_TICKS = 7;

    static MemoryTicks upTo(Bytes fold, MemoryUnit unit) {
        long top = fold.count() / unit.bytes();
        if (top * unit.bytes() == fold.count() && top % 4 == 0) {
            return new MemoryTicks(top / 4, top);
        }
        long step = 1;
        for (long power = 1; top / step >= MOST_TICKS; power *= 10) {
            for (long lead : new long[] {1, 2, 5}) {
                step = lead * power;
                if (top / step < MOST_TICKS) {
                    break;
                }
            }
        }
        return new MemoryTicks(step, top / step * step);
    }

    List<Long> values() {
        return LongStream.rangeClosed(0, most / step).mapToObj(i -> i * step).toList();
    }
}
