package org.tonari.engine.memory;

import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.memory.MemoryStacks.Detail;
import org.tonari.engine.memory.compute.Replays;

/// The parts of a stack that are the same however the weights are stored.
///
/// @param scenario whose parts these are
/// @param before   what machine and runtime settle
/// @param running  cache, state and buffer
record PartsBesideWeights(Scenario scenario, BeforeModel before, RunningParts running) {

    static PartsBesideWeights of(Scenario scenario, Detail detail, Replays replays) {
        return new PartsBesideWeights(
                scenario,
                BeforeModel.of(scenario.machine(), scenario.runtime()),
                RunningParts.of(scenario, detail, replays));
    }

    static PartsBesideWeights of(Scenario scenario, Detail detail, KnownParts known) {
        return new PartsBesideWeights(scenario, known.beforeModel(scenario), known.running(scenario, detail));
    }

    /// @return whether another scenario has these very parts
    boolean serveFor(Scenario other) {
        return scenario.machine() == other.machine()
                && scenario.runtime() == other.runtime()
                && scenario.model() == other.model()
                && scenario.keys() == other.keys()
                && scenario.values() == other.values()
                && scenario.workload() == other.workload();
    }
}
