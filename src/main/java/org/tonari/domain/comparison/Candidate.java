package org.tonari.domain.comparison;

import java.util.Objects;
import java.util.Optional;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.runtime.InferenceRuntime;
import org.tonari.domain.runtime.WeightFormat;

/// A column of a comparison: a machine, or one of several copies of it. Immutable.
///
/// @param profile    the machine as its profile describes it
/// @param copy       1 for the first, 2 for the second of the same profile, …
/// @param mark       which colour and symbol it has, from 0; kept while columns move
/// @param visibility whether its column is on screen
/// @param runtime    what runs the model here, in place of what runs it on the other columns
/// @param weights    how the model's weights are stored here, likewise
public record Candidate(
        Machine profile,
        int copy,
        int mark,
        Visibility visibility,
        Optional<InferenceRuntime> runtime,
        Optional<WeightFormat> weights) {
    /// Whether a column is on screen.
    public enum Visibility {
        SHOWN,
        /// Kept in the comparison, but out of sight.
        HIDDEN
    }

    public Candidate {
        Objects.requireNonNull(profile);
        Objects.requireNonNull(visibility);
        Objects.requireNonNull(runtime);
        Objects.requireNonNull(weights);
        if (copy < 1 || mark < 0) {
            throw new IllegalArgumentException("copies count from 1 and marks from 0: " + copy + ", " + mark);
        }
    }

    /// A column without settings of its own.
    public Candidate(Machine profile, int copy, int mark, Visibility visibility) {
        this(profile, copy, mark, visibility, Optional.empty(), Optional.empty());
    }

    /// @return the machine; a copy goes by an id and a short name of its own; its own runtime, or else its own
    ///     weights, stand in the short name in place of the copy's number
    public Machine machine() {
        Machine one = copy == 1 ? profile : profile.copied(copy);
        return runtime.map(InferenceRuntime::name)
                .or(() -> weights.map(WeightFormat::name))
                .map(own -> one.called(profile.shortName() + ", " + own))
                .orElse(one);
    }

    /// @return the id that is unique within a comparison
    public String id() {
        return copy == 1 ? profile.id() : profile.id() + "." + copy;
    }

    /// @return whether its column is on screen
    public boolean isShown() {
        return visibility == Visibility.SHOWN;
    }

    /// @return this, on screen or not
    public Candidate with(Visibility other) {
        return new Candidate(profile, copy, mark, other, runtime, weights);
    }

    /// @return this run by a runtime of its own, or by that of the other columns
    public Candidate withRuntime(Optional<InferenceRuntime> own) {
        return new Candidate(profile, copy, mark, visibility, own, weights);
    }

    /// @return this with weights stored in a way of its own, or as on the other columns
    public Candidate withWeights(Optional<WeightFormat> own) {
        return new Candidate(profile, copy, mark, visibility, runtime, own);
    }

    /// @return this with another machine in the place of its own, so that colour and symbol stay
    public Candidate withProfile(Machine other, int copyOfOther) {
        return new Candidate(other, copyOfOther, mark, visibility, runtime, weights);
    }
}
