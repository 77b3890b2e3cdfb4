package org.tonari.domain.scenario;

import org.tonari.units.TokensPerSecond;

/// A speed that the person measured on their own machine: estimates for that machine under that runtime shift to it.
///
/// @param measuredAt what ran, its context being the tokens in the cache while decoding
/// @param decode     tokens a second of one sequence, or of each of several
public record Anchor(Scenario measuredAt, TokensPerSecond decode) {
    public Anchor {
        if (!(decode.magnitude() > 0)) {
            throw new IllegalArgumentException("a measured speed is above 0: " + decode);
        }
    }

    /// @return whether it was measured on the scenario's machine under its runtime
    public boolean holdsFor(Scenario scenario) {
        return measuredAt.machine().id().equals(scenario.machine().id())
                && measuredAt.runtime().id().equals(scenario.runtime().id());
    }
}
