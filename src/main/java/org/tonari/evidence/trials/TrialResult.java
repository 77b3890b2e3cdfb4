package org.tonari.evidence.trials;

import java.util.Optional;
import java.util.OptionalDouble;
import org.tonari.domain.answer.Projection;
import org.tonari.domain.evidence.Trial;
import org.tonari.domain.question.Question;
import org.tonari.explain.Term;

/// A published figure beside the estimate.
///
/// @param trial      what was published
/// @param question   the question it answers
/// @param projection the engine's answer
/// @param estimate   the figure it is held against; nothing where none could be told
/// @param gate       whether the published figure is possible at all
public record TrialResult(Trial trial, Question question, Projection projection, Optional<Term> estimate, Gate gate) {

    /// Whether a figure passes: no run does more work a second than the dense peak allows.
    ///
    /// @param outcome what came of it
    /// @param work    operations a second the figure implies, nothing where it says nothing of work
    /// @param peak    what the machine can do at most, nothing where unknown
    public record Gate(Outcome outcome, OptionalDouble work, OptionalDouble peak) {
        /// What came of a gate.
        public enum Outcome {
            PASSED,
            FAILED,
            /// The figure says nothing of work, or the peak is unknown.
            NOT_TESTED
        }
    }

    /// @return how far the estimate is off, above 0 where it is too high; nothing where the row is only shown
    public OptionalDouble error() {
        return trial.use() == Trial.Use.CHECK && gate.outcome() != Gate.Outcome.FAILED
                ? difference()
                : OptionalDouble.empty();
    }

    /// @return the estimate over the figure, less one
    public OptionalDouble difference() {
        return estimate.map(term -> OptionalDouble.of(term.value().magnitude() / trial.value() - 1))
                .orElseGet(OptionalDouble::empty);
    }
}
