package org.tonari.engine.memory.compute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BestFitTest {
    @Test
    void blocksFollowOneAnother() {
        var memory = new BestFit(new Stretch(1));

        assertThat(memory.take(64, 0)).isEqualTo(0);
        assertThat(memory.take(32, 0)).isEqualTo(64);
        assertThat(memory.top()).isEqualTo(96);
    }

    @Test
    void theSmallestHoleThatIsLargeEnoughIsTaken() {
        var memory = new BestFit(new Stretch(1));
        long wide = memory.take(128, 0);
        memory.take(32, 0);
        long narrow = memory.take(64, 0);
        memory.take(32, 0);
        memory.giveBack(wide, 0, 128, 0);
        memory.giveBack(narrow, 0, 64, 0);

        assertThat(memory.take(64, 0)).isEqualTo(narrow);
        assertThat(memory.take(64, 0)).isEqualTo(wide);
    }

    @Test
    void ofEqualHolesTheLaterOneIsTaken() {
        var memory = new BestFit(new Stretch(1));
        long first = memory.take(64, 0);
        memory.take(32, 0);
        long second = memory.take(64, 0);
        memory.take(32, 0);
        memory.giveBack(first, 0, 64, 0);
        memory.giveBack(second, 0, 64, 0);

        assertThat(memory.take(32, 0)).isEqualTo(second);
    }

    @Test
    void neighboursJoinToOneHole() {
        var memory = new BestFit(new Stretch(1));
        long first = memory.take(64, 0);
        long second = memory.take(64, 0);
        long third = memory.take(64, 0);
        memory.take(32, 0);
        memory.giveBack(first, 0, 64, 0);
        memory.giveBack(third, 0, 64, 0);
        memory.giveBack(second, 0, 64, 0);

        assertThat(memory.take(192, 0)).isEqualTo(first);
        assertThat(memory.top()).isEqualTo(224);
    }

    @Property
    void whatIsTakenNeverOverlaps(@ForAll @Size(max = 60) List<@IntRange(min = 1, max = 40) Integer> sizes) {
        var memory = new BestFit(new Stretch(1));
        var taken = new ArrayList<long[]>();
        for (int size : sizes) {
            if (size % 3 == 0 && !taken.isEmpty()) {
                long[] block = taken.remove(size % taken.size());
                memory.giveBack(block[0], 0, block[1], 0);
            } else {
                long bytes = size * 32L;
                long address = memory.take(bytes, 0);
                assertThat(taken).noneMatch(other -> address < other[0] + other[1] && other[0] < address + bytes);
                taken.add(new long[] {address, bytes});
            }
        }

        assertThat(taken).allMatch(block -> block[0] + block[1] <= memory.top());
    }
}
