package org.tonari.domain;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.tonari.units.TokensPerSecond;

/// Everything a person decided in the window: the single source of truth. Immutable; undo is a list of these.
///
/// @param machines the columns, from left to right
/// @param setup    what all of them run
/// @param target   the decoding speed that is wished for, if any
/// @param questions what is asked on the other pages
public record Comparison(List<Machine> machines, Setup setup, Optional<TokensPerSecond> target, Questions questions) {
    public Comparison {
        machines = List.copyOf(machines);
        Objects.requireNonNull(setup);
        Objects.requireNonNull(target);
        Objects.requireNonNull(questions);
    }

    /// @return this with another set-up
    public Comparison with(UnaryOperator<Setup> change) {
        return new Comparison(machines, change.apply(setup), target, questions);
    }

    /// @return this with another workload
    public Comparison withWorkload(UnaryOperator<Workload> change) {
        return with(all -> all.withWorkload(change.apply(all.workload())));
    }

    /// @return this with another wish, or none
    public Comparison withTarget(Optional<TokensPerSecond> other) {
        return new Comparison(machines, setup, other, questions);
    }

    /// @return this with something else asked on another page
    public Comparison asking(UnaryOperator<Questions> change) {
        return new Comparison(machines, setup, target, change.apply(questions));
    }
}
