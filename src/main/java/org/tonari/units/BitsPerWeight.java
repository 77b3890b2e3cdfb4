package org.tonari.units;

/// Storage for one weight on average, scales included.
///
/// @param bits bits, finite and above 0
public record BitsPerWeight(double bits) implements Quantity, Comparable<BitsPerWeight> {
    public BitsPerWeight {
        if (!(bits > 0 && Double.isFinite(bits))) {
            throw new IllegalArgumentException("bits per weight must be finite and positive: " + bits);
        }
    }

    @Override
    public double magnitude() {
        return bits;
    }

    @Override
    public int compareTo(BitsPerWeight other) {
        return Double.compare(bits, other.bits);
    }
}
