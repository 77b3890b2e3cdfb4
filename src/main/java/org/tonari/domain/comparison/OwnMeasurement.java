package org.tonari.domain.comparison;

import java.util.Objects;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.runtime.InferenceRuntime;
import org.tonari.domain.scenario.Anchor;
import org.tonari.units.TokensPerSecond;

/// A speed that the person measured on a machine of the comparison.
///
/// @param ran    what ran, its context being the tokens in the cache while decoding
/// @param decode tokens a second of one sequence, or of each of several
public record OwnMeasurement(Setup ran, TokensPerSecond decode) {
    public OwnMeasurement {
        Objects.requireNonNull(ran);
        if (!(decode.magnitude() > 0)) {
            throw new IllegalArgumentException("a measured speed is above 0: " + decode);
        }
    }

    /// @return what estimates of the machine under that runtime shift to
    Anchor on(Machine machine) {
        return new Anchor(ran.on(machine), decode);
    }

    /// @return whether it was measured under a runtime
    public boolean isUnder(InferenceRuntime runtime) {
        return ran.runtime().runtime().id().equals(runtime.id());
    }
}
