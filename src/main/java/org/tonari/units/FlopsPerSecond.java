package org.tonari.units;

/// A rate of floating-point work; a multiply-add counts as two.
///
/// @param perSecond operations a second, finite and above 0
public record FlopsPerSecond(double perSecond) implements Quantity, Comparable<FlopsPerSecond> {
    public FlopsPerSecond {
        if (!(perSecond > 0 && Double.isFinite(perSecond))) {
            throw new IllegalArgumentException("a compute rate must be finite and positive: " + perSecond);
        }
    }

    @Override
    public double magnitude() {
        return perSecond;
    }

    @Override
    public int compareTo(FlopsPerSecond other) {
        return Double.compare(perSecond, other.perSecond);
    }
}
