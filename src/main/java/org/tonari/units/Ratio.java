package org.tonari.units;

/// A number without a unit: an efficiency, a share, a factor.
///
/// @param value finite
public record Ratio(double value) implements Quantity, Comparable<Ratio> {
    public Ratio {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a ratio must be finite: " + value);
        }
    }

    @Override
    public double magnitude() {
        return value;
    }

    @Override
    public int compareTo(Ratio other) {
        return Double.compare(value, other.value);
    }
}
