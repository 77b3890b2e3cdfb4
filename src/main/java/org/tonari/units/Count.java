package org.tonari.units;

/// How many of something: layers, heads, rows, elements.
///
/// @param number a whole number, at least 0
public record Count(long number) implements Exact, Comparable<Count> {
    public Count {
        if (number < 0) {
            throw new IllegalArgumentException("a count must not be negative: " + number);
        }
    }

    @Override
    public long whole() {
        return number;
    }

    @Override
    public double magnitude() {
        return number;
    }

    @Override
    public int compareTo(Count other) {
        return Long.compare(number, other.number);
    }
}
