package org.tonari.engine.memory;

import org.tonari.domain.machine.Machine;
import org.tonari.domain.runtime.InferenceRuntime;
import org.tonari.explain.Answer;

/// What models may take of a machine's first memory, whatever the model.
public final class UsableMemory {
    private UsableMemory() {}

    /// @param runtime whose margin stays free on a card
    /// @return the number with its tree, or what is missing
    public static Answer of(Machine machine, InferenceRuntime runtime) {
        return PoolBudget.of(machine.primaryPool(), runtime).usable();
    }
}
