package org.tonari.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.tonari.domain.runtime.InferenceRuntime;
import org.tonari.domain.runtime.InferenceRuntime.Allocation;
import org.tonari.domain.runtime.InferenceRuntime.Allocation.SchedulingStep;
import org.tonari.engine.memory.DraftedTokens;
import org.tonari.engine.speed.Drafting;
import org.tonari.explain.Refused;
import org.tonari.units.Bytes;
import org.tonari.units.Tokens;

/// A runtime's own settings in a person's hands: what it takes in advance, how much it works on at once, what it holds.
///
/// Each runtime has its own paths, those of its own options.
final class RuntimeOverrides {
    private static final String OVERHEAD = "runtime.overhead";
    private static final String UNCERTAINTY = "runtime.uncertainty";
    private static final String UTILIZATION = "runtime.gpu_memory_utilization";
    private static final String STATIC_SHARE = "runtime.mem_fraction_static";
    private static final String FREE_FRACTION = "runtime.free_fraction";
    private static final String BATCHED_TOKENS = "runtime.max_num_batched_tokens";
    private static final String SEQUENCES = "runtime.max_num_seqs";
    private static final String GRAPHS = "runtime.graphs";
    private static final String MARGIN = "runtime.margin";
    private static final String PREFILL_STEP = "runtime.prefill_step";

    /// What llama-server keeps of earlier prompts (`--cache-ram`); nothing unless a person says so.
    static final String PROMPT_CACHE = "runtime.prompt_cache";

    private static final int MOST_DRAFTED = 64;

    private RuntimeOverrides() {}

    /// @return the paths of the runtime's settings
    static List<String> paths(InferenceRuntime runtime) {
        var paths = new ArrayList<>(List.of(OVERHEAD, UNCERTAINTY, DraftedTokens.PATH, Drafting.ACCEPTED));
        paths.addAll(
                switch (runtime.allocation()) {
                    case Allocation.Cells _, Allocation.OllamaSlots _ -> List.of(MARGIN, PROMPT_CACHE);
                    case Allocation.GrowingSteps _ -> List.of(PREFILL_STEP);
                    case Allocation.PagedShareOfTotal _ -> List.of(UTILIZATION, BATCHED_TOKENS, SEQUENCES, GRAPHS);
                    case Allocation.StaticShare _ -> List.of(STATIC_SHARE, BATCHED_TOKENS, SEQUENCES);
                    case Allocation.PagedShareOfFree _ -> List.of(FREE_FRACTION, BATCHED_TOKENS);
                });
        return paths;
    }

    /// @param path one of the runtime's
    /// @throws IllegalArgumentException where the setting cannot have the value
    static InferenceRuntime applied(InferenceRuntime runtime, String path, double value) {
        return switch (path) {
            case OVERHEAD -> withOverhead(runtime, value);
            case UNCERTAINTY -> runtime.withUncertainty(Bytes.roundedUp(value));
            case PROMPT_CACHE -> runtime;
            case DraftedTokens.PATH -> {
                if (tokens(value).count() > MOST_DRAFTED) {
                    throw new Refused("at most {0} tokens are drafted, not {1}", MOST_DRAFTED, value);
                }
                yield runtime;
            }
            case Drafting.ACCEPTED -> {
                if (value > 1) {
                    throw new Refused("a share of drafted tokens is at most 1, not {0}", value);
                }
                yield runtime;
            }
            default -> runtime.withAllocation(changed(runtime.allocation(), path, value));
        };
    }

    private static Allocation changed(Allocation allocation, String path, double value) {
        return switch (allocation) {
            case Allocation.Cells cells -> new Allocation.Cells(cells.cellStep(), Bytes.roundedUp(value));
            case Allocation.OllamaSlots slots -> new Allocation.OllamaSlots(slots.cellStep(), Bytes.roundedUp(value));
            case Allocation.GrowingSteps steps -> new Allocation.GrowingSteps(steps.growthStep(), tokens(value));
            case Allocation.PagedShareOfTotal paged ->
                switch (path) {
                    case UTILIZATION -> paged.withShare(value);
                    case BATCHED_TOKENS -> paged.withBatchedTokens(tokens(value));
                    case GRAPHS ->
                        new Allocation.PagedShareOfTotal(
                                paged.block(), paged.steps(), Bytes.roundedUp(value), paged.memoryUtilization());
                    default ->
                        new Allocation.PagedShareOfTotal(
                                paged.block(),
                                sequences(paged.steps(), value),
                                paged.graphs(),
                                paged.memoryUtilization());
                };
            case Allocation.StaticShare paged ->
                switch (path) {
                    case STATIC_SHARE -> paged.withShare(value);
                    case BATCHED_TOKENS -> paged.withBatchedTokens(tokens(value));
                    default ->
                        new Allocation.StaticShare(paged.block(), sequences(paged.steps(), value), paged.share());
                };
            case Allocation.PagedShareOfFree paged ->
                path.equals(FREE_FRACTION) ? paged.withShare(value) : paged.withBatchedTokens(tokens(value));
        };
    }

    private static List<SchedulingStep> sequences(List<SchedulingStep> steps, double value) {
        int most = (int) tokens(value).count();
        return steps.stream()
                .map(step -> new SchedulingStep(step.from(), step.batchedTokens(), most))
                .toList();
    }

    private static Tokens tokens(double value) {
        if (value < 1 || value > Integer.MAX_VALUE || value != Math.rint(value)) {
            throw new Refused("a whole number of at least 1 is needed, not {0}", value);
        }
        return new Tokens((long) value);
    }

    private static InferenceRuntime withOverhead(InferenceRuntime runtime, double value) {
        var overheads = new TreeMap<>(runtime.overhead());
        runtime.backends().forEach(backend -> overheads.put(backend, Overrides.bytes(value)));
        return runtime.withOverhead(overheads);
    }
}
