package org.tonari.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tonari.domain.answer.MemoryStack;
import org.tonari.domain.answer.MemoryStack.Part;
import org.tonari.domain.answer.MemoryStack.PoolStack;
import org.tonari.domain.machine.MemoryPool;
import org.tonari.explain.Answer;
import org.tonari.explain.Operation;
import org.tonari.explain.Term;
import org.tonari.units.ByteDifference;
import org.tonari.units.Unit;

/// The figures of a memory stack over all pools it uses, as they stand in tables and reports.
///
/// A figure that is unknown in one pool is unknown as a whole. Immutable.
public final class StackTotals {
    private static final List<Part> PARTS = List.of(Part.values());

    private final List<PoolStack> pools;
    private final List<Answer> parts;
    private final Answer required;

    private StackTotals(List<PoolStack> pools) {
        this.pools = pools;
        var sizes = new ArrayList<Answer>(PARTS.size());
        for (Part part : PARTS) {
            sizes.add(size(pools, part));
        }
        this.parts = List.copyOf(sizes);
        this.required = sum("required_bytes", parts);
    }

    /// @return the figures over the pools that a verdict speaks of
    public static StackTotals of(MemoryStack stack) {
        return new StackTotals(stack.inUse());
    }

    /// @return the figures of one pool
    public static StackTotals of(PoolStack pool) {
        return new StackTotals(List.of(pool));
    }

    /// @return the memories spoken of, the first one first
    public List<MemoryPool.Kind> kinds() {
        return pools.stream().map(PoolStack::kind).toList();
    }

    /// @return what the system sees
    public Answer capacity() {
        return total("capacity_bytes", PoolStack::capacity);
    }

    /// @return what the system itself uses
    public Answer osOverhead() {
        return total("os_overhead_bytes", PoolStack::osOverhead);
    }

    /// @return what models may take
    public Answer usable() {
        return total("usable_bytes", PoolStack::usable);
    }

    /// @return what should stay free or may not be taken
    public Answer keptFree() {
        return total("kept_free_bytes", PoolStack::keptFree);
    }

    /// @return the size of a part
    public Answer part(Part part) {
        return parts.get(part.ordinal());
    }

    /// @return all parts together
    public Answer required() {
        return required;
    }

    /// @return what models may take less what is required, negative when over; empty where either is unknown
    public Optional<ByteDifference> spare() {
        return usable().optional()
                .flatMap(usable ->
                        required().optional().map(required -> usable.bytes().differenceFrom(required.bytes())));
    }

    /// @return a part's name in the contract, such as `kv_cache_bytes`
    public static String partId(Part part) {
        return switch (part) {
            case RUNTIME -> "runtime_bytes";
            case WEIGHTS -> "weights_bytes";
            case KV_CACHE -> "kv_cache_bytes";
            case RECURRENT_STATE -> "recurrent_state_bytes";
            case ACTIVATIONS -> "activations_bytes";
            case OTHER -> "other_bytes";
        };
    }

    private static Answer size(List<PoolStack> pools, Part part) {
        return pools.size() == 1 ? size(pools.getFirst(), part) : total(partId(part), pools, pool -> size(pool, part));
    }

    private static Answer size(PoolStack pool, Part part) {
        var sizes = new ArrayList<Answer>(1);
        for (MemoryStack.Slice slice : pool.slices()) {
            if (slice.part() == part) {
                sizes.add(slice.size());
            }
        }
        return sum(partId(part), sizes);
    }

    private Answer total(String id, Function<PoolStack, Answer> figure) {
        return total(id, pools, figure);
    }

    private static Answer total(String id, List<PoolStack> pools, Function<PoolStack, Answer> figure) {
        if (pools.size() == 1) {
            return figure.apply(pools.getFirst());
        }
        var answers = new ArrayList<Answer>(pools.size());
        for (PoolStack pool : pools) {
            answers.add(figure.apply(pool));
        }
        return sum(id, answers);
    }

    private static Answer sum(String id, List<Answer> answers) {
        if (answers.size() == 1) {
            return answers.getFirst();
        }
        var terms = new ArrayList<Term>();
        for (Answer answer : answers) {
            switch (answer) {
                case Answer.Known(Term term) -> terms.add(term);
                case Answer.Unknown unknown -> {
                    return unknown;
                }
            }
        }
        return Answer.of(Term.derived(id, Unit.BYTES, Operation.SUM, terms));
    }
}
