package org.tonari.domain.runtime;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tonari.domain.machine.MemoryPool;
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

        /// vLLM: a pool of blocks, all of one size, that takes a share of the whole memory in advance.
        ///
        /// @param block             tokens in a block before layers of several kinds share one block size
        /// @param steps             what a scheduling step takes at most, from the largest device to the
        /// smallest
        /// @param graphs            what captured CUDA graphs take
        /// @param memoryUtilization share of the whole memory the runtime takes, 0 to 1
        record PagedShareOfTotal(Tokens block, List<SchedulingStep> steps, Bytes graphs, double memoryUtilization)
                implements Allocation {
            public PagedShareOfTotal {
                steps = List.copyOf(steps);
                requireShare(memoryUtilization);
            }

            /// @return what a scheduling step takes at most on the device
            public SchedulingStep stepOn(MemoryPool device) {
                return SchedulingStep.on(device, steps);
            }

            /// @return this taking another share
            public PagedShareOfTotal withShare(double other) {
                return new PagedShareOfTotal(block, steps, graphs, other);
            }

            /// @return this with steps of that many tokens on every device
            public PagedShareOfTotal withBatchedTokens(Tokens tokens) {
                return new PagedShareOfTotal(block, SchedulingStep.with(tokens, steps), graphs, memoryUtilization);
            }
        }

        /// SGLang: weights and a pool of blocks share a static part of the memory that was free at start; activations
        /// and graphs live in the rest.
        ///
        /// @param block tokens in a block
        /// @param steps what a scheduling step takes at most, from the largest device to the smallest
        /// @param share the static part
        record StaticShare(Tokens block, List<SchedulingStep> steps, Share share) implements Allocation {
            public StaticShare {
                steps = List.copyOf(steps);
            }

            /// How the static part is found.
            public sealed interface Share {
                /// As the person says (`--mem-fraction-static`).
                ///
                /// @param ratio of the memory that was free at start, 0 to 1
                record Fixed(double ratio) implements Share {
                    public Fixed {
                        requireShare(ratio);
                    }
                }

                /// By the runtime's own rule: all but a reserve that grows with the scheduling step.
                record ByDevice() implements Share {}
            }

            /// @return what a scheduling step takes at most on the device
            public SchedulingStep stepOn(MemoryPool device) {
                return SchedulingStep.on(device, steps);
            }

            /// @return this with a share that the person chose
            public StaticShare withShare(double other) {
                return new StaticShare(block, steps, new Share.Fixed(other));
            }

            /// @return this with steps of that many tokens on every device
            public StaticShare withBatchedTokens(Tokens tokens) {
                return new StaticShare(block, SchedulingStep.with(tokens, steps), share);
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

            /// @return this taking another share
            public PagedShareOfFree withShare(double other) {
                return new PagedShareOfFree(block, batchedTokens, other);
            }

            /// @return this with steps of that many tokens
            public PagedShareOfFree withBatchedTokens(Tokens tokens) {
                return new PagedShareOfFree(block, tokens, freeFraction);
            }
        }

        /// What one scheduling step takes at most.
        ///
        /// @param from          on devices with at least this memory
        /// @param batchedTokens tokens of all sequences together
        /// @param sequences     sequences at once
        record SchedulingStep(Bytes from, Tokens batchedTokens, int sequences) {
            private static List<SchedulingStep> with(Tokens tokens, List<SchedulingStep> steps) {
                return steps.stream()
                        .map(step -> new SchedulingStep(step.from(), tokens, step.sequences()))
                        .toList();
            }

            /// The step on a device; where its memory is unknown, the smallest device's.
            private static SchedulingStep on(MemoryPool device, List<SchedulingStep> steps) {
                return switch (device.capacity()) {
                    case Sourced.Known<Bytes>(Bytes capacity, Source _) ->
                        steps.stream()
                                .filter(step -> step.from().compareTo(capacity) <= 0)
                                .findFirst()
                                .orElseGet(steps::getLast);
                    case Sourced.Unknown<Bytes> _ -> steps.getLast();
                };
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

    /// @return this runtime whose overhead may be off by so much
    public InferenceRuntime withUncertainty(Bytes other) {
        return new InferenceRuntime(id, name, build, backends, containers, allocation, overhead, other, source);
    }

    /// @return this runtime with other overheads
    public InferenceRuntime withOverhead(Map<String, Sourced<Bytes>> other) {
        return new InferenceRuntime(id, name, build, backends, containers, allocation, other, uncertainty, source);
    }
}
