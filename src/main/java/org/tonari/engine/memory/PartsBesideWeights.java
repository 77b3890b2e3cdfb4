package org.tonari.engine.memory;

import org.tonari.domain.Scenario;
import org.tonari.engine.memory.MemoryStacks.Detail;
import org.tonari.engine.memory.compute.Replays;
import org.tonari.explain.Answer;
import org.tonari.explain.Term;

/// The parts of a stack that are the same however the weights are stored.
///
/// @param scenario    whose parts these are
/// @param budget      how the machine's first pool divides
/// @param runtime     what the runtime holds besides model and cache
/// @param cache       the KV cache
/// @param state       the fixed state
/// @param activations the compute buffer
record PartsBesideWeights(
        Scenario scenario, PoolBudget budget, Answer runtime, Answer cache, Term state, Answer activations) {

    static PartsBesideWeights of(Scenario scenario, Detail detail, Replays replays) {
        return with(
                scenario,
                PoolBudget.of(scenario.machine().primaryPool(), scenario.runtime()),
                MemoryParts.runtimeAndGraphs(scenario),
                detail,
                replays);
    }

    private static PartsBesideWeights with(
            Scenario scenario, PoolBudget budget, Answer runtime, Detail detail, Replays replays) {
        return new PartsBesideWeights(
                scenario,
                budget,
                runtime,
                MemoryParts.cache(scenario),
                MemoryParts.state(scenario),
                MemoryParts.activations(scenario, detail, replays));
    }

    /// @return the parts of a scenario for comparing, what depends on machine and runtime alone kept where it can be
    PartsBesideWeights sizesOf(Scenario other, Replays replays) {
        return runsAlike(other)
                ? with(other, budget, runtime, Detail.SIZES, replays)
                : of(other, Detail.SIZES, replays);
    }

    /// @return whether another scenario has these very parts
    boolean serveFor(Scenario other) {
        return runsAlike(other)
                && scenario.model() == other.model()
                && scenario.keys() == other.keys()
                && scenario.values() == other.values()
                && scenario.workload() == other.workload();
    }

    private boolean runsAlike(Scenario other) {
        return scenario.machine() == other.machine() && scenario.runtime() == other.runtime();
    }
}
