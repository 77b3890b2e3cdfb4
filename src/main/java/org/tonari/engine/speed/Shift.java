package org.tonari.engine.speed;

import java.util.Optional;
import org.tonari.domain.answer.Speed;
import org.tonari.domain.answer.Speed.Evidence;
import org.tonari.domain.scenario.Anchor;
import org.tonari.domain.scenario.Scenario;
import org.tonari.explain.Operation;
import org.tonari.explain.Source;
import org.tonari.explain.Term;
import org.tonari.units.Unit;

/// How estimates of a machine under a runtime shift to a speed that the person measured there.
///
/// Every decoding step is multiplied by `estimated ÷ measured` of the measured case. The width becomes that of rows of
/// the same model, or of the same machine and runtime where the model is another. Prompts are not shifted: how fast
/// tokens follow each other says little of them.
///
/// @param factor a step takes this many times as long as estimated
/// @param model  id of the model that was measured
public record Shift(Term factor, String model) {
    private static final Source YOURS = Source.of(Source.Kind.YOURS, "your own measurement");

    /// @param anchor   what was measured
    /// @param estimate of the same case, not shifted
    /// @return the shift; nothing where the case has no estimate
    public static Optional<Shift> of(Anchor anchor, Speed estimate) {
        return estimate.known()
                .map(known -> new Shift(
                        Term.derived(
                                "anchor_factor",
                                Unit.RATIO,
                                Operation.QUOTIENT,
                                Term.given(
                                        "estimated_there",
                                        known.decode().expected().value(),
                                        Source.of(Source.Kind.DERIVED, "the estimate of the measured case")),
                                Term.given("measured_there", anchor.decode(), YOURS, "measured.decode")),
                        anchor.measuredAt().model().id()));
    }

    /// @return the step as long as the measurement makes it
    Term applied(Term step) {
        return Term.derived("step_time", Unit.SECONDS, Operation.PRODUCT, factor, step.as("fitted_step_time"));
    }

    /// @return how near the evidence lies with the measurement
    Evidence evidence(Scenario scenario, Evidence without) {
        Evidence with = scenario.model().id().equals(model) ? Evidence.A : Evidence.B;
        return with.compareTo(without) < 0 ? with : without;
    }
}
