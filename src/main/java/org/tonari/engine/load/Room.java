package org.tonari.engine.load;

import java.util.List;
import org.tonari.domain.answer.Projection.Item;
import org.tonari.domain.answer.Projection.Load;
import org.tonari.domain.answer.Projection.Part;
import org.tonari.domain.answer.Verdict;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.machine.MemoryPool;
import org.tonari.engine.memory.PoolBudget;
import org.tonari.explain.Answer;
import org.tonari.explain.Term;
import org.tonari.units.Bytes;

/// One memory of a machine before anything stands in it.
///
/// @param pool   which memory
/// @param budget how it divides
public record Room(MemoryPool pool, PoolBudget budget) {

    /// @return the memory models go into first
    public static Room primary(Machine machine) {
        return of(machine.primaryPool());
    }

    /// @return a memory whose whole remainder may be taken
    public static Room of(MemoryPool pool) {
        return new Room(pool, PoolBudget.of(pool));
    }

    /// @param machine which machine it belongs to, from 1
    /// @param items   what stands in it, each part at most once
    /// @return the memory, filled
    public Load with(int machine, List<Item> items) {
        return new Load(
                machine,
                pool.kind(),
                budget.capacity(),
                budget.osOverhead(),
                budget.usable(),
                budget.keptFree(),
                items);
    }

    /// @param load  this memory, filled
    /// @param slack how much more the parts may come to
    /// @return `fits` if even the upper end fits below the lower end of what may be taken; `tight` if the expected
    ///         values do
    public Verdict verdict(Load load, Bytes slack) {
        return verdict(load, slack, Bytes.ZERO);
    }

    /// @param host room in another memory for what this one cannot hold; nothing where there is none
    /// @return as above; `spills` if the rest finds room there
    public Verdict verdict(Load load, Bytes slack, Bytes host) {
        for (Item item : load.items()) {
            if (item.size() instanceof Answer.Unknown(var fact)) {
                return new Verdict.Unknown(fact);
            }
        }
        return switch (budget.usable()) {
            case Answer.Unknown(var fact) -> new Verdict.Unknown(fact);
            case Answer.Known(Term usable) -> verdict(load, usable.bytes(), slack, host);
        };
    }

    private Verdict verdict(Load load, Bytes usable, Bytes slack, Bytes host) {
        Bytes required = load.required();
        if (required.plus(slack).compareTo(budget.usableLow()) <= 0) {
            return new Verdict.Fits(usable.minus(required));
        }
        if (required.compareTo(usable) <= 0) {
            return new Verdict.Tight(usable.minus(required));
        }
        Bytes over = required.minus(usable);
        if (over.compareTo(host) <= 0) {
            return new Verdict.Spills(over);
        }
        Bytes weights = load.item(Part.WEIGHTS)
                .flatMap(Answer::optional)
                .map(Term::bytes)
                .orElse(Bytes.ZERO);
        return new Verdict.DoesNotFit(
                over,
                weights.compareTo(usable) > 0 ? Verdict.Reason.WEIGHTS_TOO_LARGE : Verdict.Reason.PARTS_TOO_LARGE);
    }
}
