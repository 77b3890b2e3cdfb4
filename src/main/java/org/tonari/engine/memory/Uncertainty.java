package org.tonari.engine.memory;

import java.util.List;
import org.tonari.domain.answer.MemoryStack;
import org.tonari.domain.answer.MemoryStack.Part;
import org.tonari.domain.answer.MemoryStack.PoolStack;
import org.tonari.domain.machine.MemoryPool;
import org.tonari.domain.runtime.InferenceRuntime.Allocation;
import org.tonari.domain.scenario.Scenario;
import org.tonari.units.Bytes;

/// How far a stack may be off, either way: the parts' own margins, added up as if they erred together.
///
/// Weights ±0.5 % unless read from a file; caches exact; compute buffers ±10 % on llama.cpp's processor back end, ±15 %
/// on its others, ±30 % and at least 128 MiB elsewhere; the runtime's own overhead as its profile says.
public final class Uncertainty {
    private static final double WEIGHTS = 0.005;
    private static final double PROCESSOR_BUFFERS = 0.10;
    private static final double ACCELERATOR_BUFFERS = 0.15;
    private static final double OTHER_BUFFERS = 0.30;
    private static final Bytes LEAST_OTHER_BUFFERS = new Bytes(128 * Bytes.PER_MIB);

    private Uncertainty() {}

    static Bytes of(Scenario scenario, List<PoolStack> pools) {
        Bytes slack = scenario.runtime().uncertainty();
        for (PoolStack pool : pools) {
            if (scenario.model().stored().isEmpty()) {
                slack = slack.plus(pool.size(Part.WEIGHTS).times(WEIGHTS));
            }
            slack = slack.plus(buffers(scenario, pool));
        }
        return slack;
    }

    /// @return how far the weights of a stack may be off, either way
    public static Bytes ofWeights(Scenario scenario, MemoryStack stack) {
        return scenario.model().stored().isEmpty() ? stack.size(Part.WEIGHTS).times(WEIGHTS) : Bytes.ZERO;
    }

    /// @return how far the buffers of a stack may be off, either way
    public static Bytes ofBuffers(Scenario scenario, MemoryStack stack) {
        return stack.inUse().stream().map(pool -> buffers(scenario, pool)).reduce(Bytes.ZERO, Bytes::plus);
    }

    private static Bytes buffers(Scenario scenario, PoolStack pool) {
        Bytes buffers = pool.size(Part.ACTIVATIONS);
        return switch (scenario.runtime().allocation()) {
            case Allocation.Cells _, Allocation.OllamaSlots _ ->
                buffers.times(pool.kind() == MemoryPool.Kind.HOST ? PROCESSOR_BUFFERS : ACCELERATOR_BUFFERS);
            case Allocation.PagedShareOfTotal _,
                    Allocation.StaticShare _,
                    Allocation.PagedShareOfFree _,
                    Allocation.GrowingSteps _ -> buffers.times(OTHER_BUFFERS).max(LEAST_OTHER_BUFFERS);
        };
    }
}
