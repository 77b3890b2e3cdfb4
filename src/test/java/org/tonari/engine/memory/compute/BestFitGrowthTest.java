package org.tonari.engine.memory.compute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Blocks whose sizes grow with the length of the cache: what is said of one length holds at every other of the
/// stretch.
class BestFitGrowthTest {
    private static final long STEPS = 10;
    private static final int TURNS = 40;

    /// One turn: take a block of a size that grows so, or give back the one taken so many turns ago.
    private record Turn(boolean takes, long size, long growth, int which) {
        long sizeAt(long steps) {
            return size + growth * (steps - STEPS);
        }
    }

    private record Block(long address, long addressGrowth, long size, long growth) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void addressesGrowAsTheyAreSaidToAllOverTheStretch(long seed) {
        var random = new Random(seed);
        int stretched = 0;
        for (int again = 0; again < 60; again++) {
            List<Turn> turns = turns(random, 1 + random.nextInt(TURNS));
            var stretch = new Stretch(STEPS);
            var memory = new BestFit(stretch);
            List<Block> here = played(memory, turns, STEPS, true);
            for (long steps = Math.max(1, stretch.shortest()); steps <= Math.min(30, stretch.longest()); steps++) {
                var plain = new BestFit(new Stretch(steps));
                List<Block> there = played(plain, turns, steps, false);
                long away = steps - STEPS;

                assertThat(here.stream()
                                .map(block -> block.address() + block.addressGrowth() * away)
                                .toList())
                        .isEqualTo(there.stream().map(Block::address).toList());
                assertThat(memory.top() + memory.topGrowth() * away).isEqualTo(plain.top());
                stretched += away == 0 ? 0 : 1;
            }
        }

        assertThat(stretched).isGreaterThan(60);
    }

    /// Every second of two hundred blocks is given back: a hundred holes, more than there is room for at first.
    @Test
    void anyNumberOfHolesIsRememberedInOrder() {
        var memory = new BestFit(new Stretch(STEPS));
        var taken = new ArrayList<Long>();
        for (int i = 0; i < 200; i++) {
            taken.add(memory.take(32, 0));
        }
        for (int i = 198; i >= 0; i -= 2) {
            memory.giveBack(taken.get(i), 0, 32, 0);
        }

        for (int i = 198; i >= 0; i -= 2) {
            assertThat(memory.take(32, 0)).isEqualTo(taken.get(i));
        }
        assertThat(memory.take(32, 0)).isEqualTo(200 * 32);
    }

    /// A hole of 64 at 0 that grows by 32, and the endless rest from 96 on: where they lie, how large they are, and
    /// both with each step.
    @Test
    void holesAreWrittenWhereTheyFit() {
        var memory = new BestFit(new Stretch(STEPS));
        memory.take(64, 32);
        memory.take(32, 0);
        memory.giveBack(0, 0, 64, 32);
        var numbers = new long[10];

        assertThat(memory.write(numbers, 2)).isEqualTo(8);
        assertThat(numbers).startsWith(0, 0, 0, 96, 64);
        assertThat(numbers[5]).isGreaterThan(1L << 40);
        assertThat(List.of(numbers[6], numbers[7], numbers[8], numbers[9])).containsExactly(0L, 32L, 32L, -32L);
        assertThat(memory.write(numbers, 3)).isEqualTo(-1);
    }

    private static List<Turn> turns(Random random, int count) {
        var turns = new ArrayList<Turn>();
        int held = 0;
        for (int i = 0; i < count; i++) {
            boolean takes = held == 0 || random.nextInt(5) < 3;
            long growth = random.nextBoolean() ? 0 : 32L * random.nextInt(1, 3);
            turns.add(new Turn(
                    takes, 32L * random.nextInt(1, 9) + STEPS * growth, growth, takes ? 0 : random.nextInt(held)));
            held += takes ? 1 : -1;
        }
        return turns;
    }

    /// @return every block that was taken, in order
    private static List<Block> played(BestFit memory, List<Turn> turns, long steps, boolean growing) {
        var all = new ArrayList<Block>();
        var held = new ArrayList<Block>();
        for (Turn turn : turns) {
            if (turn.takes()) {
                long growth = growing ? turn.growth() : 0;
                long size = turn.sizeAt(steps);
                long address = memory.take(size, growth);
                var block = new Block(address, memory.takenGrowth(), size, growth);
                all.add(block);
                held.add(block);
            } else {
                Block block = held.remove(turn.which());
                memory.giveBack(block.address(), block.addressGrowth(), block.size(), block.growth());
            }
        }
        return all;
    }
}
