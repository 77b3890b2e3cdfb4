package org.tonari.units;

/// A memory or link bandwidth.
///
/// @param perSecond bytes a second, finite and above 0
public record BytesPerSecond(double perSecond) implements Quantity, Comparable<BytesPerSecond> {
    public BytesPerSecond {
        if (!(perSecond > 0 && Double.isFinite(perSecond))) {
            throw new IllegalArgumentException("bandwidth must be finite and positive: " + perSecond);
        }
    }

    @Override
    public double magnitude() {
        return perSecond;
    }

    @Override
    public int compareTo(BytesPerSecond other) {
        return Double.compare(perSecond, other.perSecond);
    }
}
