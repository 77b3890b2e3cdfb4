package org.tonari.domain.answer;

import org.tonari.explain.MissingFact;
import org.tonari.units.Bytes;

/// Whether a scenario fits a machine.
public sealed interface Verdict {

    /// Even the upper end of the estimate fits.
    ///
    /// @param spare what models may take less what is required
    record Fits(Bytes spare) implements Verdict {}

    /// The expected value fits, the upper end may not.
    ///
    /// @param spare what models may take less what is required
    record Tight(Bytes spare) implements Verdict {}

    /// Too large for the VRAM; runs from VRAM and host memory by the runtime's own split.
    ///
    /// @param toHost what goes to host memory
    record Spills(Bytes toHost) implements Verdict {}

    /// Runs in no way that the runtime offers.
    ///
    /// @param missing how much is missing; nothing where memory is not the reason
    /// @param reason  why
    record DoesNotFit(Bytes missing, Reason reason) implements Verdict {}

    /// Cannot be told.
    ///
    /// @param fact what would have to be known
    record Unknown(MissingFact fact) implements Verdict {}

    /// Why a scenario does not run.
    enum Reason {
        /// The weights alone are too large.
        WEIGHTS_TOO_LARGE,
        /// The weights fit, the context does not.
        CONTEXT_TOO_LONG,
        /// The weights fit, all parts together do not.
        PARTS_TOO_LARGE,
        /// The runtime takes more memory in advance than may be taken, whatever the model needs.
        RESERVATION_TOO_LARGE,
        /// The runtime takes less memory in advance than it needs.
        RESERVATION_TOO_SMALL,
        /// The runtime refuses this combination of options.
        OPTIONS_REFUSED,
        /// The runtime reads no kind of file that carries these weights.
        WEIGHTS_NOT_READ,
        /// The runtime does not run on this machine.
        RUNTIME_UNSUPPORTED;

        /// @return whether the runtime itself stands in the way, however much memory there were
        public boolean isOfTheRuntime() {
            return switch (this) {
                case OPTIONS_REFUSED, WEIGHTS_NOT_READ, RUNTIME_UNSUPPORTED -> true;
                case WEIGHTS_TOO_LARGE,
                        CONTEXT_TOO_LONG,
                        PARTS_TOO_LARGE,
                        RESERVATION_TOO_LARGE,
                        RESERVATION_TOO_SMALL -> false;
            };
        }
    }

    /// @return whether the scenario runs from the memory it was meant for
    default boolean fits() {
        return switch (this) {
            case Fits _, Tight _ -> true;
            case Spills _, DoesNotFit _, Unknown _ -> false;
        };
    }

    /// @return whether the scenario runs at all
    default boolean runs() {
        return fits() || this instanceof Spills;
    }
}
