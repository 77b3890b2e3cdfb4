package org.tonari.engine.memory;

import java.util.Optional;
import org.tonari.domain.answer.MemoryStack;
import org.tonari.domain.answer.MemoryStack.Part;
import org.tonari.domain.answer.MemoryStack.PoolStack;
import org.tonari.domain.runtime.InferenceRuntime.Allocation;
import org.tonari.domain.runtime.InferenceRuntime.Allocation.SchedulingStep;
import org.tonari.domain.runtime.InferenceRuntime.Allocation.StaticShare;
import org.tonari.domain.scenario.Scenario;
import org.tonari.explain.Operation;
import org.tonari.explain.Source;
import org.tonari.explain.Term;
import org.tonari.units.Bytes;
import org.tonari.units.Unit;

/// What a runtime takes in advance, whatever it needs.
///
/// vLLM takes a share of the whole memory, all it needs included; SGLang a static share of the memory that is free at
/// start for weights and cache, with activations and graphs beside it; TensorRT-LLM gives its cache a share of what is
/// free after loading (`aiconfigurator sdk/memory.py`, SGLang's `profile_max_num_token`). The others take what they
/// need.
public final class Reservation {
    private static final double RESERVE_MIB = 512;
    private static final double RESERVE_MIB_PER_TOKEN = 1.5;
    private static final long LEAST_TOKENS = 2048;
    private static final double RESERVE_MIB_PER_GRAPH = 2;
    private static final double RESERVE_MIB_PER_DEVICE = 128;
    private static final Bytes LARGE_DEVICE = Bytes.ofGiB(60);
    private static final Bytes LARGE_RESERVE = Bytes.ofGiB(10);

    private Reservation() {}

    /// @return how much less than it needs a runtime takes in advance; nothing where it takes enough
    public static Bytes shortBy(Scenario scenario, MemoryStack stack) {
        Bytes required = stack.required().bytes();
        return taken(scenario, stack.inUse().getFirst(), stack.required())
                .map(taken -> required.minusOrZero(taken.bytes()))
                .orElse(Bytes.ZERO);
    }

    static Term of(Scenario scenario, PoolStack pool, Term required) {
        return taken(scenario, pool, required)
                .map(taken -> Term.derived("reserved_bytes", Unit.BYTES, Operation.MAXIMUM, required, taken))
                .orElseGet(() -> required.as("reserved_bytes"));
    }

    private static Optional<Term> taken(Scenario scenario, PoolStack pool, Term required) {
        return switch (scenario.runtime().allocation()) {
            case Allocation.Cells _, Allocation.OllamaSlots _, Allocation.GrowingSteps _ -> Optional.empty();
            case Allocation.PagedShareOfTotal paged ->
                pool.capacity().optional().map(capacity -> ofWhole(capacity, paged.memoryUtilization(), scenario));
            case StaticShare paged -> pool.usable().optional().map(usable -> fixed(usable, pool, paged, scenario));
            case Allocation.PagedShareOfFree paged ->
                pool.usable().optional().map(usable -> ofFree(usable, pool, required, paged.freeFraction(), scenario));
        };
    }

    private static Term ofWhole(Term whole, double share, Scenario scenario) {
        return taken(whole, Leaf.share("memory_utilization", share, scenario, "runtime.gpu_memory_utilization"));
    }

    private static Term taken(Term whole, Term ratio) {
        return Term.derived("taken_in_advance_bytes", Unit.BYTES, Operation.PRODUCT, whole, ratio);
    }

    /// Weights and cache in the static part, the rest beside it.
    private static Term fixed(Term usable, PoolStack pool, StaticShare paged, Scenario scenario) {
        Term share =
                switch (paged.share()) {
                    case StaticShare.Share.Fixed(double ratio) ->
                        Leaf.share("static_share", ratio, scenario, "runtime.mem_fraction_static");
                    case StaticShare.Share.ByDevice _ ->
                        Leaf.share(
                                "static_share",
                                byDevice(paged.stepOn(scenario.machine().primaryPool()), pool),
                                scenario,
                                "runtime.mem_fraction_static");
                };
        Term part =
                Term.derived("static_bytes", Unit.BYTES, Operation.PRODUCT, usable.as("free_at_start_bytes"), share);
        Source source = scenario.runtime().source();
        return Term.derived(
                "taken_in_advance_bytes",
                Unit.BYTES,
                Operation.SUM,
                part,
                Leaf.bytes("activations_bytes", pool.size(Part.ACTIVATIONS).count(), source),
                Leaf.bytes("runtime_bytes", pool.size(Part.RUNTIME).count(), source));
    }

    /// SGLang's rule for one device: all but 512 MiB, 1.5 MiB for each token of a step, 2 MiB for each captured batch
    /// and 128 MiB; on devices above 60 GiB all but 10 GiB at most (`_handle_gpu_memory_settings`).
    private static double byDevice(SchedulingStep step, PoolStack pool) {
        Bytes capacity = pool.capacity().optional().map(Term::bytes).orElse(Bytes.ZERO);
        Bytes reserve = Bytes.ofMiB(RESERVE_MIB
                + Math.max(step.batchedTokens().count(), LEAST_TOKENS) * RESERVE_MIB_PER_TOKEN
                + step.sequences() * RESERVE_MIB_PER_GRAPH
                + RESERVE_MIB_PER_DEVICE);
        Bytes kept = capacity.compareTo(LARGE_DEVICE) > 0 ? reserve.max(LARGE_RESERVE) : reserve;
        return Math.max(0, 1 - kept.magnitude() / Math.max(1, capacity.magnitude()));
    }

    private static Term ofFree(Term usable, PoolStack pool, Term required, double fraction, Scenario scenario) {
        Term beside = Leaf.bytes(
                "beside_the_cache_bytes",
                required.bytes()
                        .minus(pool.size(Part.KV_CACHE))
                        .min(usable.bytes())
                        .count(),
                scenario.runtime().source());
        Term free = Term.derived("free_bytes", Unit.BYTES, Operation.DIFFERENCE, usable, beside);
        Term ratio = Leaf.share("free_fraction", fraction, scenario, "runtime.free_fraction");
        Term cache = Term.derived("cache_pool_bytes", Unit.BYTES, Operation.PRODUCT, free, ratio);
        return Term.derived("taken_in_advance_bytes", Unit.BYTES, Operation.SUM, beside, cache);
    }
}
