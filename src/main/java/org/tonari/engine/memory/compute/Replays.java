package org.tonari.engine.memory.compute;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tonari.engine.memo.Memo;

/// The buffers of forward passes replayed before, each with the stretch of cache lengths it holds for.
///
/// Sizes, which searches ask for thousands of times, are kept for many more stretches than buffers with their tensors.
/// Thread-safe, and bounded: some thousands of passes, some stretches of each. A pass that was forgotten is replayed
/// again, to the same end.
public final class Replays {
    private static final int PASSES = 4_096;
    private static final int PASSES_WITH_TENSORS = 1_024;
    private static final int STRETCHES = 16;

    private final Memo<ForwardPass, List<GrowingBuffer>> buffers = new Memo<>(PASSES_WITH_TENSORS);
    private final Memo<ForwardPass, KnownSizes> sizes = new Memo<>(PASSES);

    /// @param steps of [LlamaCells#STEP] cells that a stream has in layers that remember everything
    /// @return bytes of the buffer at that length
    long size(ForwardPass pass, long steps) {
        @Nullable KnownSizes stretches = sizes.known(pass);
        long known = stretches == null ? -1 : stretches.at(steps);
        return known >= 0 ? known : replayed(pass, steps, stretches).topAt(steps);
    }

    /// @param steps of [LlamaCells#STEP] cells that a stream has in layers that remember everything
    /// @return a buffer that holds for that length among others
    GrowingBuffer buffer(ForwardPass pass, long steps) {
        @Nullable List<GrowingBuffer> stretches = buffers.known(pass);
        if (stretches != null) {
            for (GrowingBuffer buffer : stretches) {
                if (buffer.holdsAt(steps)) {
                    return buffer;
                }
            }
        }
        GrowingBuffer replayed = replayed(pass, steps, sizes.known(pass));
        buffers.keep(pass, with(replayed, stretches == null ? List.of() : stretches));
        return replayed;
    }

    private GrowingBuffer replayed(ForwardPass pass, long steps, @Nullable KnownSizes known) {
        GrowingBuffer replayed = ForwardGraph.buffer(pass, steps);
        sizes.keep(pass, (known == null ? KnownSizes.NONE : known).with(replayed));
        return replayed;
    }

    /// The newest first; the oldest of too many is left out.
    private static List<GrowingBuffer> with(GrowingBuffer newest, List<GrowingBuffer> others) {
        var all = new ArrayList<GrowingBuffer>();
        all.add(newest);
        all.addAll(others.subList(0, Math.min(others.size(), STRETCHES - 1)));
        return List.copyOf(all);
    }
}
