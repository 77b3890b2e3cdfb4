package org.tonari.engine.memory.compute;

import java.util.Arrays;

/// The sizes of one forward pass's buffer over the stretches of cache lengths that were replayed: for each its ends,
/// the size at its start and what each step adds. Immutable.
final class KnownSizes {
    static final KnownSizes NONE = new KnownSizes(new long[0]);

    /// How many stretches are kept, eight times what a usual model has up to its longest context.
    private static final int MOST = 1_024;

    private static final int FIELDS = 4;
    private static final int LONGEST = 1;
    private static final int TOP = 2;
    private static final int GROWTH = 3;

    /// Of one stretch after the other, in the order of their lengths: shortest, longest, size at the shortest, growth.
    private final long[] stretches;

    private KnownSizes(long[] stretches) {
        this.stretches = stretches;
    }

    /// @return the index of the stretch that a length lies in, or of none `−(index of the next longer one) − 1`
    private int find(long length) {
        int low = 0;
        int high = stretches.length / FIELDS - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int at = middle * FIELDS;
            if (length < stretches[at]) {
                high = middle - 1;
            } else if (length > stretches[at + LONGEST]) {
                low = middle + 1;
            } else {
                return middle;
            }
        }
        return -low - 1;
    }

    /// @return bytes of the buffer at a length, or -1 where it was not replayed
    long at(long length) {
        int found = find(length);
        if (found < 0) {
            return -1;
        }
        int at = found * FIELDS;
        return Math.addExact(stretches[at + TOP], Math.multiplyExact(stretches[at + GROWTH], length - stretches[at]));
    }

    /// @param replayed at a length that lies in no stretch
    /// @return these and the stretch of another replay; that one alone where there were too many
    KnownSizes with(GrowingBuffer replayed) {
        int next = -find(replayed.steps()) - 1;
        if (next < 0) {
            return this;
        }
        long[] all = stretches.length < MOST * FIELDS ? stretches : new long[0];
        int at = Math.min(next * FIELDS, all.length);
        long[] more = Arrays.copyOf(all, all.length + FIELDS);
        System.arraycopy(all, at, more, at + FIELDS, all.length - at);
        more[at] = replayed.shortest();
        more[at + LONGEST] = replayed.longest();
        more[at + TOP] = replayed.topAt(replayed.shortest());
        more[at + GROWTH] = replayed.growth();
        return new KnownSizes(more);
    }
}
