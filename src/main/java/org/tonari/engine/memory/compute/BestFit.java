package org.tonari.engine.memory.compute;

import java.util.Arrays;

/// The free blocks of one growing buffer, handed out best fit first (`ggml_dyn_tallocr` of ggml-alloc.c).
///
/// Every address and size comes with its growth for each step of cache length, and [Stretch] keeps the lengths at which
/// the same blocks are picked.
final class BestFit {
    private static final long ENDLESS = 1L << 62;

    private final Stretch stretch;
    private long[] offsets = new long[32];
    private long[] offsetGrowths = new long[32];
    private long[] sizes = new long[32];
    private long[] sizeGrowths = new long[32];
    private int blocks = 1;
    private long top;
    private long topGrowth;
    private long takenGrowth;

    BestFit(Stretch stretch) {
        this.stretch = stretch;
        sizes[0] = ENDLESS;
    }

    /// @return the highest address handed out so far
    long top() {
        return top;
    }

    /// @return how much the highest address grows with each step of cache length
    long topGrowth() {
        return topGrowth;
    }

    /// @return how much the address handed out last grows with each step of cache length
    long takenGrowth() {
        return takenGrowth;
    }

    /// Takes the smallest free block that is large enough, the later one of equals; the endless last block only where
    /// no other will do.
    ///
    /// @param size   bytes, a multiple of the alignment
    /// @param growth of the size with each step of cache length
    /// @return the address
    long take(long size, long growth) {
        int best = smallest(size, growth);
        long address = offsets[best];
        takenGrowth = offsetGrowths[best];
        offsets[best] += size;
        offsetGrowths[best] += growth;
        sizes[best] -= size;
        sizeGrowths[best] -= growth;
        if (best < blocks - 1 && stretch.isNothing(sizes[best], sizeGrowths[best])) {
            remove(best);
        }
        if (!stretch.isAtLeastNothing(top - address - size, topGrowth - takenGrowth - growth)) {
            top = address + size;
            topGrowth = takenGrowth + growth;
        }
        return address;
    }

    private int smallest(long size, long growth) {
        int best = blocks - 1;
        for (int i = 0; i < blocks - 1; i++) {
            if (stretch.isAtLeastNothing(sizes[i] - size, sizeGrowths[i] - growth)
                    && (best == blocks - 1
                            || stretch.isAtLeastNothing(sizes[best] - sizes[i], sizeGrowths[best] - sizeGrowths[i]))) {
                best = i;
            }
        }
        return best;
    }

    /// Frees a block, joined to the neighbours it touches.
    ///
    /// @param addressGrowth of the address with each step of cache length
    /// @param sizeGrowth    of the size with each step of cache length
    void giveBack(long address, long addressGrowth, long size, long sizeGrowth) {
        int next = 0;
        while (next < blocks
                && !stretch.isAtLeastNothing(offsets[next] - address, offsetGrowths[next] - addressGrowth)) {
            next++;
        }
        boolean touchesBefore = next > 0 && touches(next - 1, address, addressGrowth);
        boolean touchesNext = next < blocks
                && stretch.isNothing(address + size - offsets[next], addressGrowth + sizeGrowth - offsetGrowths[next]);
        if (touchesBefore) {
            widen(next - 1, size, sizeGrowth);
            if (touchesNext) {
                widen(next - 1, sizes[next], sizeGrowths[next]);
                remove(next);
            }
        } else if (touchesNext) {
            offsets[next] = address;
            offsetGrowths[next] = addressGrowth;
            widen(next, size, sizeGrowth);
        } else {
            insert(next, address, addressGrowth);
            sizes[next] = size;
            sizeGrowths[next] = sizeGrowth;
        }
    }

    private boolean touches(int block, long address, long addressGrowth) {
        return stretch.isNothing(
                offsets[block] + sizes[block] - address, offsetGrowths[block] + sizeGrowths[block] - addressGrowth);
    }

    private void widen(int block, long size, long growth) {
        sizes[block] += size;
        sizeGrowths[block] += growth;
    }

    /// Writes where the free blocks lie: equal writings, equal behaviour from here on.
    ///
    /// @return how many numbers were written, or -1 where they do not fit
    int write(long[] to, int from) {
        if (from + 4 * blocks > to.length) {
            return -1;
        }
        System.arraycopy(offsets, 0, to, from, blocks);
        System.arraycopy(sizes, 0, to, from + blocks, blocks);
        System.arraycopy(offsetGrowths, 0, to, from + 2 * blocks, blocks);
        System.arraycopy(sizeGrowths, 0, to, from + 3 * blocks, blocks);
        return 4 * blocks;
    }

    private void remove(int block) {
        blocks--;
        for (long[] each : new long[][] {offsets, offsetGrowths, sizes, sizeGrowths}) {
            System.arraycopy(each, block + 1, each, block, blocks - block);
        }
    }

    private void insert(int block, long offset, long growth) {
        if (blocks == offsets.length) {
            offsets = Arrays.copyOf(offsets, 2 * blocks);
            offsetGrowths = Arrays.copyOf(offsetGrowths, 2 * blocks);
            sizes = Arrays.copyOf(sizes, 2 * blocks);
            sizeGrowths = Arrays.copyOf(sizeGrowths, 2 * blocks);
        }
        for (long[] each : new long[][] {offsets, offsetGrowths, sizes, sizeGrowths}) {
            System.arraycopy(each, block, each, block + 1, blocks - block);
        }
        offsets[block] = offset;
        offsetGrowths[block] = growth;
        blocks++;
    }
}
