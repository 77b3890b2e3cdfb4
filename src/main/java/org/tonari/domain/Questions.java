package org.tonari.domain;

import java.util.Objects;

/// What a person asks on the pages beside the workbench, each with its own assumptions. Immutable.
///
/// Part of a [Comparison], so that a change is undone, saved and exported like any other.
///
/// @param cost what costs rest on
/// @param wish what a machine is wanted for, and within which limits
public record Questions(CostAssumptions cost, Wish wish) {
    /// Every page as it stands at first.
    public static final Questions DEFAULT = new Questions(CostAssumptions.DEFAULT, Wish.DEFAULT);

    public Questions {
        Objects.requireNonNull(cost);
        Objects.requireNonNull(wish);
    }

    /// @return these with other assumptions on cost
    public Questions withCost(CostAssumptions other) {
        return new Questions(other, wish);
    }

    /// @return these with another wish
    public Questions withWish(Wish other) {
        return new Questions(cost, other);
    }
}
