package org.tonari.engine.memory;

import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.memory.MemoryStacks.Detail;
import org.tonari.engine.memory.compute.Replays;
import org.tonari.explain.Answer;
import org.tonari.explain.Term;

/// What a model takes while it runs, however its weights are stored.
///
/// @param cache       the KV cache
/// @param state       the fixed state
/// @param activations the compute buffer
record RunningParts(Answer cache, Term state, Answer activations) {

    static RunningParts of(Scenario scenario, Detail detail, Replays replays) {
        return new RunningParts(
                MemoryParts.cache(scenario),
                MemoryParts.state(scenario),
                MemoryParts.activations(scenario, detail, replays));
    }
}
