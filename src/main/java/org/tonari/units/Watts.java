package org.tonari.units;

/// Electrical power.
///
/// @param count watts, finite, at least 0
public record Watts(double count) implements Quantity, Comparable<Watts> {
    public Watts {
        if (!(count >= 0 && Double.isFinite(count))) {
            throw new IllegalArgumentException("power must be finite and not negative: " + count);
        }
    }

    @Override
    public double magnitude() {
        return count;
    }

    @Override
    public int compareTo(Watts other) {
        return Double.compare(count, other.count);
    }
}
