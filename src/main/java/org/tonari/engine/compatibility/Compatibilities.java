package org.tonari.engine.compatibility;

import org.tonari.domain.Compatibility;
import org.tonari.domain.Compatibility.State;
import org.tonari.domain.InferenceRuntime;
import org.tonari.domain.Scenario;

/// Whether a runtime's kernels run natively on a machine, as far as its profile tells.
public final class Compatibilities {
    private Compatibilities() {}

    /// @return `unsupported` where the runtime has no back end for the machine or cannot read the weights, else
    ///         `unknown`: a runtime's profile says what runs, not how well its kernels are made for the chip
    public static Compatibility of(Scenario scenario) {
        InferenceRuntime runtime = scenario.runtime();
        boolean backend = scenario.machine().backends().stream().anyMatch(runtime.backends()::contains);
        if (!backend) {
            return new Compatibility(
                    State.UNSUPPORTED,
                    runtime.name() + " has no back end for "
                            + scenario.machine().name(),
                    runtime.source());
        }
        if (!scenario.weights().isReadBy(runtime)) {
            return new Compatibility(
                    State.UNSUPPORTED,
                    runtime.name() + " does not read " + scenario.weights().name() + " files",
                    runtime.source());
        }
        return new Compatibility(
                State.UNKNOWN,
                "no source read so far says how " + runtime.name() + "'s kernels for "
                        + scenario.weights().name() + " are made for "
                        + scenario.machine().processor().architecture(),
                runtime.source());
    }
}
