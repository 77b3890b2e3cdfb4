package org.tonari.units;

/// An amount of floating-point work; a multiply-add counts as two.
///
/// @param operations operations, finite, at least 0
public record Flops(double operations) implements Quantity, Comparable<Flops> {
    public Flops {
        if (!(operations >= 0 && Double.isFinite(operations))) {
            throw new IllegalArgumentException("work must be finite and not negative: " + operations);
        }
    }

    @Override
    public double magnitude() {
        return operations;
    }

    @Override
    public int compareTo(Flops other) {
        return Double.compare(operations, other.operations);
    }
}
