package org.tonari.units;

/// A number of tokens: a context, a prompt, a batch. Arithmetic throws rather than wrap.
///
/// @param count tokens, at least 0
public record Tokens(long count) implements Exact, Comparable<Tokens> {
    /// No tokens: an empty context.
    public static final Tokens ZERO = new Tokens(0);

    public Tokens {
        if (count < 0) {
            throw new IllegalArgumentException("tokens must not be negative: " + count);
        }
    }

    /// @return this taken `factor` times, factor at least 0
    public Tokens times(long factor) {
        return new Tokens(Math.multiplyExact(count, factor));
    }

    /// @return the smaller of the two
    public Tokens min(Tokens other) {
        return count <= other.count ? this : other;
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
    public int compareTo(Tokens other) {
        return Long.compare(count, other.count);
    }
}
