package org.tonari.engine.memory;

import java.util.Locale;
import org.tonari.domain.machine.MemoryPool;
import org.tonari.domain.machine.MemoryPool.Limit;
import org.tonari.domain.machine.MemoryPool.Reserve;
import org.tonari.domain.runtime.InferenceRuntime;
import org.tonari.domain.runtime.InferenceRuntime.Allocation;
import org.tonari.explain.Answer;
import org.tonari.explain.MissingFact;
import org.tonari.explain.Operation;
import org.tonari.explain.Source;
import org.tonari.explain.Sourced;
import org.tonari.explain.Term;
import org.tonari.units.Bytes;
import org.tonari.units.Ratio;
import org.tonari.units.Unit;

/// How a pool divides before any model: `capacity = system + usable + kept free`.
///
/// @param capacity   what the system sees
/// @param osOverhead what the system itself uses
/// @param usable     what models may take
/// @param usableLow  the same at the upper end of what the system may use
/// @param keptFree   what should stay free or may not be taken
public record PoolBudget(Answer capacity, Answer osOverhead, Answer usable, Bytes usableLow, Answer keptFree) {
    private static final Source NO_RUNTIME = Source.of(Source.Kind.DEFAULT, "no runtime's margin");

    /// @param bytes  left free on a card
    /// @param source who says so
    private record Margin(Bytes bytes, Source source) {}

    /// @return the division where a runtime may keep a margin of its own free
    static PoolBudget of(MemoryPool pool, InferenceRuntime runtime) {
        return of(pool, new Margin(margin(runtime), runtime.source()));
    }

    /// @return the division where nothing but the system and the machine's own limit takes a share
    public static PoolBudget of(MemoryPool pool) {
        return of(pool, new Margin(Bytes.ZERO, NO_RUNTIME));
    }

    private static PoolBudget of(MemoryPool pool, Margin margin) {
        String path = "machine.memory." + pool.kind().name().toLowerCase(Locale.ROOT);
        return switch (pool.capacity()) {
            case Sourced.Unknown<Bytes>(MissingFact fact) -> unknown(fact);
            case Sourced.Known<Bytes>(Bytes bytes, Source source) ->
                withCapacity(Term.given("capacity_bytes", bytes, source, path + ".capacity"), pool, margin, path);
        };
    }

    private static PoolBudget withCapacity(Term capacity, MemoryPool pool, Margin margin, String path) {
        return switch (pool.systemReserve()) {
            case Sourced.Unknown<Reserve>(MissingFact fact) -> unknown(fact);
            case Sourced.Known<Reserve>(Reserve reserve, Source source) -> {
                String reservePath = path + ".os_reserve";
                Term os = system(capacity, reserve.expected(), source, reservePath);
                Term most = system(capacity, reserve.high(), source, reservePath);
                yield withSystem(capacity, os, most, pool, margin, path);
            }
        };
    }

    private static PoolBudget withSystem(
            Term capacity, Term os, Term most, MemoryPool pool, Margin margin, String path) {
        return switch (usable(capacity, os, pool, margin, path)) {
            case Answer.Unknown(MissingFact fact) ->
                new PoolBudget(
                        Answer.of(capacity),
                        Answer.of(os),
                        new Answer.Unknown(fact),
                        Bytes.ZERO,
                        new Answer.Unknown(fact));
            case Answer.Known(Term usable) -> {
                Bytes low = usable(capacity, most, pool, margin, path)
                        .optional()
                        .orElse(usable)
                        .bytes();
                Term free = Term.derived("kept_free_bytes", Unit.BYTES, Operation.DIFFERENCE, capacity, os, usable);
                yield new PoolBudget(Answer.of(capacity), Answer.of(os), Answer.of(usable), low, Answer.of(free));
            }
        };
    }

    private static Term system(Term capacity, Bytes reserve, Source source, String path) {
        Term asked = Term.given("os_overhead_bytes", reserve, source, path);
        return reserve.compareTo(capacity.bytes()) <= 0
                ? asked
                : Term.derived("os_overhead_bytes", Unit.BYTES, Operation.MINIMUM, asked, capacity);
    }

    private static Answer usable(Term capacity, Term os, MemoryPool pool, Margin margin, String path) {
        Term rest = Term.derived("beside_the_system_bytes", Unit.BYTES, Operation.DIFFERENCE, capacity, os);
        return switch (pool.limit()) {
            case Limit.None _ -> Answer.of(lessMargin(rest, pool, margin));
            case Limit.Accelerator(Sourced.Known<Bytes>(Bytes most, Source source)) ->
                Answer.of(Term.derived(
                        "usable_bytes",
                        Unit.BYTES,
                        Operation.MINIMUM,
                        Term.given("accelerator_limit_bytes", most, source, path + ".limit"),
                        rest));
            case Limit.Accelerator(Sourced.Unknown<Bytes>(MissingFact fact)) -> new Answer.Unknown(fact);
            case Limit.Share(Sourced.Known<Ratio>(Ratio share, Source source)) ->
                Answer.of(safeShare(capacity, os, Term.given("safe_share", share, source, path + ".limit")));
            case Limit.Share(Sourced.Unknown<Ratio>(MissingFact fact)) -> new Answer.Unknown(fact);
        };
    }

    private static Term safeShare(Term capacity, Term os, Term share) {
        Term safe = Term.derived("safe_bytes", Unit.BYTES, Operation.PRODUCT, capacity, share);
        Term system = os.bytes().compareTo(safe.bytes()) <= 0
                ? os
                : Term.derived("os_overhead_bytes", Unit.BYTES, Operation.MINIMUM, os, safe);
        return Term.derived("usable_bytes", Unit.BYTES, Operation.DIFFERENCE, safe, system);
    }

    /// Where nothing else limits a card, llama.cpp's fitter still leaves a margin free on it (PR #16653).
    private static Term lessMargin(Term rest, MemoryPool pool, Margin margin) {
        if (pool.kind() != MemoryPool.Kind.VRAM || margin.bytes().equals(Bytes.ZERO)) {
            return rest.as("usable_bytes");
        }
        Term free = Term.derived(
                "margin_bytes",
                Unit.BYTES,
                Operation.MINIMUM,
                Term.given("runtime_margin_bytes", margin.bytes(), margin.source()),
                rest);
        return Term.derived("usable_bytes", Unit.BYTES, Operation.DIFFERENCE, rest, free);
    }

    private static Bytes margin(InferenceRuntime runtime) {
        return switch (runtime.allocation()) {
            case Allocation.Cells cells -> cells.marginPerPool();
            case Allocation.OllamaSlots slots -> slots.reserve();
            case Allocation.PagedShareOfTotal _,
                    Allocation.StaticShare _,
                    Allocation.PagedShareOfFree _,
                    Allocation.GrowingSteps _ -> Bytes.ZERO;
        };
    }

    private static PoolBudget unknown(MissingFact fact) {
        var unknown = new Answer.Unknown(fact);
        return new PoolBudget(unknown, unknown, unknown, Bytes.ZERO, unknown);
    }
}
