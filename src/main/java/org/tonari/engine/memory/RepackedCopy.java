package org.tonari.engine.memory;

import java.util.Set;
import org.tonari.domain.model.TensorRole;
import org.tonari.domain.runtime.InferenceRuntime.Allocation;
import org.tonari.domain.scenario.Scenario;
import org.tonari.units.Bytes;

/// The second copy of some weights that llama.cpp makes on a processor.
///
/// Its kernels want Q4_0, Q4_K and IQ4_NL rearranged; the file's own pages stay mapped beside the copy until the system
/// wants them back. So the copy is no need of its own, but the pages may show as used: it widens the range upwards.
/// A 260M model in Q4_0: 142.5 MiB of the file mapped and 97.9 MiB repacked (llama.cpp v0.5.0).
final class RepackedCopy {
    private static final Set<String> REPACKED = Set.of("q4_0", "q4_k", "iq4_nl");

    private RepackedCopy() {}

    /// @param weights of the scenario's model in the scenario's format
    /// @return the pages that may stand beside the copy; nothing off the processor
    static Bytes of(Scenario scenario, WeightBytes weights) {
        return switch (scenario.runtime().allocation()) {
            case Allocation.Cells _, Allocation.OllamaSlots _ ->
                MemoryParts.backend(scenario.machine(), scenario.runtime()).equals("cpu") ? of(weights) : Bytes.ZERO;
            case Allocation.PagedShareOfTotal _,
                    Allocation.StaticShare _,
                    Allocation.PagedShareOfFree _,
                    Allocation.GrowingSteps _ -> Bytes.ZERO;
        };
    }

    static Bytes of(WeightBytes weights) {
        Bytes copied = Bytes.ZERO;
        for (WeightBytes.Share share : weights.shares()) {
            if (isMultiplied(share.role()) && REPACKED.contains(share.block().id())) {
                copied = copied.plus(share.bytes());
            }
        }
        return copied;
    }

    /// A table that rows are looked up in stays as it is.
    private static boolean isMultiplied(TensorRole role) {
        return role != TensorRole.TOKEN_EMBEDDING && role != TensorRole.LOOKUP_TABLE;
    }
}
