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
        var memory = new BestFit();

        assertThat(memory.take(64)).isEqualTo(0);
        assertThat(memory.take(32)).isEqualTo(64);
        assertThat(memory.top()).isEqualTo(96);
    }

    @Test
    void theSmallestHoleThatIsLargeEnoughIsTaken() {
        var memory = new BestFit();
        long wide = memory.take(128);
        memory.take(32);
        long narrow = memory.take(64);
        memory.take(32);
        memory.giveBack(wide, 128);
        memory.giveBack(narrow, 64);

        assertThat(memory.take(64)).isEqualTo(narrow);
        assertThat(memory.take(64)).isEqualTo(wide);
    }

    @Test
    void ofEqualHolesTheLaterOneIsTaken() {
        var memory = new BestFit();
        long first = memory.take(64);
        memory.take(32);
        long second = memory.take(64);
        memory.take(32);
        memory.giveBack(first, 64);
        memory.giveBack(second, 64);

        assertThat(memory.take(32)).isEqualTo(second);
    }

    @Test
    void neighboursJoinToOneHole() {
        var memory = new BestFit();
        long first = memory.take(64);
        long second = memory.take(64);
        long third = memory.take(64);
        memory.take(32);
        memory.giveBack(first, 64);
        memory.giveBack(third, 64);
        memory.giveBack(second, 64);

        assertThat(memory.take(192)).isEqualTo(first);
        assertThat(memory.top()).isEqualTo(224);
    }

    @Property
    void whatIsTakenNeverOverlaps(@ForAll @Size(max = 60) List<@IntRange(min = 1, max = 40) Integer> sizes) {
        var memory = new BestFit();
        var taken = new ArrayList<long[]>();
        for (int size : sizes) {
            if (size % 3 == 0 && !taken.isEmpty()) {
                long[] block = taken.remove(size % taken.size());
                memory.giveBack(block[0], block[1]);
            } else {
                long bytes = size * 32L;
                long address = memory.take(bytes);
                assertThat(taken).noneMatch(other -> address < other[0] + other[1] && other[0] < address + bytes);
                taken.add(new long[] {address, bytes});
            }
        }

        assertThat(taken).allMatch(block -> block[0] + block[1] <= memory.top());
    }
}
