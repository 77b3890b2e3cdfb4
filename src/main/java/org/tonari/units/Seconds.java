package org.tonari.units;

/// A duration.
///
/// @param count seconds, finite, at least 0
public record Seconds(double count) implements Quantity, Comparable<Seconds> {
    public Seconds {
        if (!(count >= 0 && Double.isFinite(count))) {
            throw new IllegalArgumentException("a duration must be finite and not negative: " + count);
        }
    }

    @Override
    public double magnitude() {
        return count;
    }

    @Override
    public int compareTo(Seconds other) {
        return Double.compare(count, other.count);
    }
}
