package org.tonari.engine.memory.compute;

import java.util.Arrays;

/// The free blocks of one growing buffer, handed out best fit first (`ggml_dyn_tallocr` of ggml-alloc.c).
final class BestFit {
    private static final long ENDLESS = 1L << 62;

    private long[] offsets = new long[32];
    private long[] sizes = new long[32];
    private int blocks = 1;
    private long top;

    BestFit() {
        sizes[0] = ENDLESS;
    }

    /// @return the highest address handed out so far
    long top() {
        return top;
    }

    /// Takes the smallest free block that is large enough, the later one of equals; the endless last block only where
    /// no other will do.
    ///
    /// @param size bytes, a multiple of the alignment
    /// @return the address
    long take(long size) {
        int best = blocks - 1;
        long bestSize = Long.MAX_VALUE;
        for (int i = 0; i < blocks - 1; i++) {
            if (sizes[i] >= size && sizes[i] <= bestSize) {
                best = i;
                bestSize = sizes[i];
            }
        }
        long address = offsets[best];
        offsets[best] += size;
        sizes[best] -= size;
        if (sizes[best] == 0) {
            remove(best);
        }
        top = Math.max(top, address + size);
        return address;
    }

    /// Frees a block, joined to the neighbours it touches.
    void giveBack(long address, long size) {
        int next = 0;
        while (next < blocks && offsets[next] < address) {
            next++;
        }
        boolean touchesBefore = next > 0 && offsets[next - 1] + sizes[next - 1] == address;
        boolean touchesNext = next < blocks && address + size == offsets[next];
        if (touchesBefore) {
            sizes[next - 1] += size;
            if (touchesNext) {
                sizes[next - 1] += sizes[next];
                remove(next);
            }
        } else if (touchesNext) {
            offsets[next] = address;
            sizes[next] += size;
        } else {
            insert(next, address, size);
        }
    }

    /// Writes where the free blocks lie: equal writings, equal behaviour from here on.
    ///
    /// @return how many numbers were written, or -1 where they do not fit
    int write(long[] to, int from) {
        if (from + 2 * blocks > to.length) {
            return -1;
        }
        System.arraycopy(offsets, 0, to, from, blocks);
        System.arraycopy(sizes, 0, to, from + blocks, blocks);
        return 2 * blocks;
    }

    private void remove(int block) {
        blocks--;
        System.arraycopy(offsets, block + 1, offsets, block, blocks - block);
        System.arraycopy(sizes, block + 1, sizes, block, blocks - block);
    }

    private void insert(int block, long offset, long size) {
        if (blocks == offsets.length) {
            offsets = Arrays.copyOf(offsets, 2 * blocks);
            sizes = Arrays.copyOf(sizes, 2 * blocks);
        }
        System.arraycopy(offsets, block, offsets, block + 1, blocks - block);
        System.arraycopy(sizes, block, sizes, block + 1, blocks - block);
        offsets[block] = offset;
        sizes[block] = size;
        blocks++;
    }
}
