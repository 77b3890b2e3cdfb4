package org.tonari.units;

/// A signed number of bytes: spare memory, or what is missing when negative.
///
/// @param count bytes, of either sign
public record ByteDifference(long count) implements Exact, Comparable<ByteDifference> {
    public ByteDifference {
        if (count == Long.MIN_VALUE) {
            throw new IllegalArgumentException("byte difference out of range: " + count);
        }
    }

    @Override
    public long whole() {
        return count;
    }

    @Override
    public double magnitude() {
        return count;
    }

    @Override
    public int compareTo(ByteDifference other) {
        return Long.compare(count, other.count);
    }
}
