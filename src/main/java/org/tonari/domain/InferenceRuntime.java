package org.tonari.domain;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tonari.explain.Source;
import org.tonari.explain.Sourced;
import org.tonari.units.Bytes;
import org.tonari.units.Tokens;

/// The program that runs a model: how it allocates, on what it runs, what it reads.
///
/// @param id           such as `llama.cpp`
/// @param name         as shown
/// @param build        the version the rules were read in
/// @param backends     compute back ends it has
/// @param containers   kinds of weight file it reads
/// @param allocation   how it lays out its memory
/// @param overhead     what it holds besides model and cache, by back end
/// @param uncertainty  how far its overhead may be off, either way
/// @param source       where the rules were read
public record InferenceRuntime(
        String id,
        String name,
        String build,
        List<String> backends,
        List<WeightFormat.Container> containers,
        Allocation allocation,
        Map<String, Sourced<Bytes>> overhead,
        Bytes uncertainty,
        Source source) {

    /// How a runtime lays out its memory.
    public sealed interface Allocation {

        /// llama.cpp: every cell of the context at once.
        ///
        /// @param cellStep      cells are padded to a multiple of this
        /// @param marginPerPool what its automatic fitter leaves free on each device
        record Cells(Tokens cellStep, Bytes marginPerPool) implements Allocation {}

        /// Ollama: llama.cpp's cells, with its own number of slots and reserve.
        ///
        /// @param cellStep cells are padded to a multiple of this
        /// @param reserve  left free on each device
        record OllamaSlots(Tokens cellStep, Bytes reserve) implements Allocation {}

        /// vLLM and SGLang: a pool of blocks that takes a share of the whole memory in advance.
        ///
        /// @param block             tokens in a block
        /// @param batchedTokens     tokens of a scheduling step at most
        /// @param memoryUtilization share of the whole memory the runtime takes, 0 to 1
        record PagedShareOfTotal(Tokens block, Tokens batchedTokens, double memoryUtilization) implements Allocation {
            public PagedShareOfTotal {
                requireShare(memoryUtilization);
            }
        }

        /// TensorRT-LLM: a pool of blocks that takes a share of what is free after loading.
        ///
        /// @param block         tokens in a block
        /// @param batchedTokens tokens of a scheduling step at most
        /// @param freeFraction  share of the free memory the pool takes, 0 to 1
        record PagedShareOfFree(Tokens block, Tokens batchedTokens, double freeFraction) implements Allocation {
            public PagedShareOfFree {
                requireShare(freeFraction);
            }
        }

        /// MLX: caches that grow in steps.
        ///
        /// @param growthStep  tokens a cache grows by
        /// @param prefillStep tokens of a prompt processed at once
        record GrowingSteps(Tokens growthStep, Tokens prefillStep) implements Allocation {}

        private static void requireShare(double share) {
            if (!(share > 0 && share <= 1)) {
                throw new IllegalArgumentException("a share of memory lies above 0 and up to 1: " + share);
            }
        }
    }

    public InferenceRuntime {
        backends = List.copyOf(backends);
        containers = List.copyOf(containers);
        overhead = Map.copyOf(overhead);
        Objects.requireNonNull(allocation);
    }

    /// @return this runtime laying out its memory otherwise
    public InferenceRuntime withAllocation(Allocation other) {
        return new InferenceRuntime(id, name, build, backends, containers, other, overhead, uncertainty, source);
    }

    /// @return this runtime with other overheads
    public InferenceRuntime withOverhead(Map<String, Sourced<Bytes>> other) {
        return new InferenceRuntime(id, name, build, backends, containers, allocation, other, uncertainty, source);
    }
}
