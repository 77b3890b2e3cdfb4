package org.tonari.units;

/// Electrical energy.
///
/// @param count kilowatt-hours, finite, at least 0
public record KilowattHours(double count) implements Quantity, Comparable<KilowattHours> {
    public KilowattHours {
        if (!(count >= 0 && Double.isFinite(count))) {
            throw new IllegalArgumentException("energy must be finite and not negative: " + count);
        }
    }

    @Override
    public double magnitude() {
        return count;
    }

    @Override
    public int compareTo(KilowattHours other) {
        return Double.compare(count, other.count);
    }
}
