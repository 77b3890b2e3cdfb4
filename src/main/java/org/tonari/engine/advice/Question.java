package org.tonari.engine.advice;

import java.util.List;
import java.util.Objects;
import org.tonari.domain.CostAssumptions;
import org.tonari.domain.InferenceRuntime;
import org.tonari.domain.Machine;
import org.tonari.domain.Scenario;
import org.tonari.domain.UseCase;
import org.tonari.domain.Wish;

/// A wish, ready to be answered.
///
/// @param use         what for
/// @param wish        within which limits
/// @param runs        the use's models, each as a scenario on any machine, in the order of the use
/// @param runtime     whose margin counts where a use has no run
/// @param machines    which machines to judge
/// @param assumptions what costs rest on
public record Question(
        UseCase use,
        Wish wish,
        List<Scenario> runs,
        InferenceRuntime runtime,
        List<Machine> machines,
        CostAssumptions assumptions) {
    public Question {
        Objects.requireNonNull(use);
        Objects.requireNonNull(wish);
        runs = List.copyOf(runs);
        machines = List.copyOf(machines);
        Objects.requireNonNull(assumptions);
        if (runs.size() != use.runs().size()) {
            throw new IllegalArgumentException(use.id() + " has " + use.runs().size() + " runs, not " + runs.size());
        }
    }
}
