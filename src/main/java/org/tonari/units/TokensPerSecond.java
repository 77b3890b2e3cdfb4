package org.tonari.units;

/// A generation or prompt-processing rate.
///
/// @param perSecond tokens a second, finite, at least 0
public record TokensPerSecond(double perSecond) implements Quantity, Comparable<TokensPerSecond> {
    public TokensPerSecond {
        if (!(perSecond >= 0 && Double.isFinite(perSecond))) {
            throw new IllegalArgumentException("a token rate must be finite and not negative: " + perSecond);
        }
    }

    @Override
    public double magnitude() {
        return perSecond;
    }

    @Override
    public int compareTo(TokensPerSecond other) {
        return Double.compare(perSecond, other.perSecond);
    }
}
