package org.tonari.engine.memory.compute;

import org.tonari.domain.Scenario;

public final class ComputeBuffer {
    public static long llamaPeak(Scenario scenario) {
        return ForwardGraph.of(ForwardPass.of(scenario), -1).top();
    }
}
