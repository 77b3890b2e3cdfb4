package org.tonari.units;

/// Energy for one generated token.
///
/// @param joules joules a token, finite, at least 0
public record JoulesPerToken(double joules) implements Quantity, Comparable<JoulesPerToken> {
    public JoulesPerToken {
        if (!(joules >= 0 && Double.isFinite(joules))) {
            throw new IllegalArgumentException("energy must be finite and not negative: " + joules);
        }
    }

    @Override
    public double magnitude() {
        return joules;
    }

    @Override
    public int compareTo(JoulesPerToken other) {
        return Double.compare(joules, other.joules);
    }
}
