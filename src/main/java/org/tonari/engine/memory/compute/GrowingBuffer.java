package org.tonari.engine.memory.compute;

import java.util.ArrayList;
import java.util.List;
import org.tonari.engine.memory.compute.Graph.Growth;

/// A compute buffer over a stretch of cache lengths, counted in steps: how high it grows, and the tensors alive then.
///
/// Exact at every length of the stretch, because the allocator decides alike at all of them.
///
/// @param steps    the length that sizes are given for
/// @param shortest the shortest length this holds for
/// @param longest  the longest length this holds for
/// @param top      bytes of the buffer
/// @param growth   bytes that each step adds to it
/// @param alive    the tensors that stand in it when it is highest
record GrowingBuffer(long steps, long shortest, long longest, long top, long growth, List<Tensor> alive) {

    /// @param name    what it holds
    /// @param width   elements of a row
    /// @param count   rows
    /// @param element bytes of an element
    /// @param side    which of the two follows the length of the cache, in proportion
    record Tensor(TensorName name, long width, long count, long element, Growth side) {
        Tensor at(long length, long steps) {
            return switch (side) {
                case NONE -> this;
                case WIDTH -> new Tensor(name, scaled(width, length, steps), count, element, side);
                case COUNT -> new Tensor(name, width, scaled(count, length, steps), element, side);
            };
        }

        private static long scaled(long size, long length, long steps) {
            return Math.multiplyExact(size / steps, length);
        }
    }

    GrowingBuffer {
        alive = List.copyOf(alive);
    }

    boolean holdsAt(long length) {
        return shortest <= length && length <= longest;
    }

    /// @param length within the stretch
    /// @return the same buffer, its sizes given for another length
    GrowingBuffer at(long length) {
        if (length == steps) {
            return this;
        }
        var tensors = new ArrayList<Tensor>(alive.size());
        for (Tensor tensor : alive) {
            tensors.add(tensor.at(length, steps));
        }
        return new GrowingBuffer(length, shortest, longest, topAt(length), growth, tensors);
    }

    /// @param length within the stretch
    /// @return bytes of the buffer
    long topAt(long length) {
        return Math.addExact(top, Math.multiplyExact(growth, length - steps));
    }
}
