package org.tonari.engine.memory;

import java.util.Optional;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.runtime.InferenceRuntime;
import org.tonari.explain.Answer;

/// What a machine and a runtime settle before any model.
///
/// @param budget  how the machine's first pool divides
/// @param host    how its host memory divides, where it has one beside the first pool
/// @param runtime what the runtime holds besides model and cache
record BeforeModel(PoolBudget budget, Optional<PoolBudget> host, Answer runtime) {

    static BeforeModel of(Machine machine, InferenceRuntime runtime) {
        return new BeforeModel(
                PoolBudget.of(machine.primaryPool(), runtime),
                machine.hostPool().map(host -> PoolBudget.of(host, runtime)),
                MemoryParts.runtimeAndGraphs(machine, runtime));
    }
}
