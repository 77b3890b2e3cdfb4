package org.tonari.engine.memory;

import org.tonari.domain.InferenceRuntime.Allocation;
import org.tonari.domain.MemoryStack.Part;
import org.tonari.domain.MemoryStack.PoolStack;
import org.tonari.domain.Scenario;
import org.tonari.explain.Operation;
import org.tonari.explain.Term;
import org.tonari.units.Ratio;
import org.tonari.units.Unit;

/// What a runtime takes in advance, whatever it needs.
///
/// vLLM and SGLang take a share of the whole memory; TensorRT-LLM gives its cache a share of what is free after loading
/// (`aiconfigurator sdk/memory.py`); the others take what they need.
final class Reservation {
    private Reservation() {}

    static Term of(Scenario scenario, PoolStack pool, Term required) {
        return switch (scenario.runtime().allocation()) {
            case Allocation.Cells _, Allocation.OllamaSlots _, Allocation.GrowingSteps _ ->
                required.as("reserved_bytes");
            case Allocation.PagedShareOfTotal paged ->
                pool.capacity()
                        .optional()
                        .map(capacity -> atLeast(required, share(capacity, paged.memoryUtilization(), scenario)))
                        .orElse(required.as("reserved_bytes"));
            case Allocation.PagedShareOfFree paged ->
                pool.usable()
                        .optional()
                        .map(usable ->
                                atLeast(required, ofFree(usable, pool, required, paged.freeFraction(), scenario)))
                        .orElse(required.as("reserved_bytes"));
        };
    }

    private static Term atLeast(Term required, Term taken) {
        return Term.derived("reserved_bytes", Unit.BYTES, Operation.MAXIMUM, required, taken);
    }

    private static Term share(Term whole, double share, Scenario scenario) {
        Term ratio = Term.given(
                "memory_utilization", new Ratio(share), scenario.runtime().source(), "runtime.gpu_memory_utilization");
        return Term.derived("taken_in_advance_bytes", Unit.BYTES, Operation.PRODUCT, whole, ratio);
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
        Term ratio = Term.given(
                "free_fraction", new Ratio(fraction), scenario.runtime().source(), "runtime.free_fraction");
        Term cache = Term.derived("cache_pool_bytes", Unit.BYTES, Operation.PRODUCT, free, ratio);
        return Term.derived("taken_in_advance_bytes", Unit.BYTES, Operation.SUM, beside, cache);
    }
}
