package org.tonari.domain;

import java.util.Objects;

/// A column of a comparison: a machine, or one of several copies of it. Immutable.
///
/// @param profile    the machine as its profile describes it
/// @param copy       1 for the first, 2 for the second of the same profile, …
/// @param mark       which colour and symbol it has, from 0; kept while columns move
/// @param visibility whether its column is on screen
public record Candidate(Machine profile, int copy, int mark, Visibility visibility) {
    /// Whether a column is on screen.
    public enum Visibility {
        SHOWN,
        /// Kept in the comparison, but out of sight.
        HIDDEN
    }

    public Candidate {
        Objects.requireNonNull(profile);
        Objects.requireNonNull(visibility);
        if (copy < 1 || mark < 0) {
            throw new IllegalArgumentException("copies count from 1 and marks from 0: " + copy + ", " + mark);
        }
    }

    /// @return the machine; a copy goes by an id and a short name of its own
    public Machine machine() {
        return copy == 1 ? profile : profile.copied(copy);
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
        return new Candidate(profile, copy, mark, other);
    }

    /// @return this with another machine in the place of its own, so that colour and symbol stay
    public Candidate withProfile(Machine other, int copyOfOther) {
        return new Candidate(other, copyOfOther, mark, visibility);
    }
}
