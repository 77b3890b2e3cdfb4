package org.tonari.engine.fit;

import java.util.function.Function;
import org.tonari.domain.answer.MemoryStack;
import org.tonari.domain.answer.MemoryStack.Part;
import org.tonari.domain.answer.Verdict;
import org.tonari.domain.scenario.Scenario;
import org.tonari.explain.Answer;
import org.tonari.explain.MissingFact;
import org.tonari.explain.Operation;
import org.tonari.explain.Source;
import org.tonari.explain.Term;
import org.tonari.units.Bytes;
import org.tonari.units.Count;
import org.tonari.units.Tokens;
import org.tonari.units.Unit;

/// The longest context up to which everything fits, in steps of 256 tokens and never beyond the model's own limit.
///
/// Every multiple of 256 up to it fits, the next one does not. Cache and fixed state never fall with context, so
/// bisection finds the limit; a compute buffer may fall by a little from one step to the next, so the steps just below
/// are tried one by one, as far down as such a fall could matter. Sequences that wait for a place do not count as
/// fitting, unless some wait even at the shortest context.
final class LongestContext {
    private static final long STEP = 256;

    /// No shipped model's buffer lies further than this share below what it was at a shorter context (7.8 % at most).
    private static final double LARGEST_FALL = 0.1;

    private static final Bytes LEAST_FALL = new Bytes(Bytes.PER_MIB);

    private static final Source SEARCH =
            Source.of(Source.Kind.DERIVED, "bisection over the engine's own memory stack, in steps of 256 tokens");

    /// What a context shall not lose that the shortest one has.
    ///
    /// @param inItsMemory whether nothing spills
    /// @param allServed   whether no sequence waits
    private record Demand(boolean inItsMemory, boolean allServed) {}

    private final Scenario scenario;
    private final Function<Scenario, MemoryStack> memory;

    private LongestContext(Scenario scenario, Function<Scenario, MemoryStack> memory) {
        this.scenario = scenario;
        this.memory = memory;
    }

    static Answer of(Scenario scenario, Function<Scenario, MemoryStack> memory) {
        return new LongestContext(scenario, memory).search();
    }

    private Answer search() {
        MemoryStack first = memory.apply(at(1));
        Verdict shortest = Verdicts.of(at(1), first);
        if (shortest instanceof Verdict.Unknown(MissingFact fact)) {
            return new Answer.Unknown(fact);
        }
        long most = Math.max(1, scenario.model().maxContext().count() / STEP);
        var demand = new Demand(shortest.fits(), first.served().isAll());
        long steps = shortest.runs() ? firstOfALimit(demand, bisect(demand, most)) : 0;
        Term found = Term.given("steps_that_fit", new Count(steps), SEARCH);
        Term step = Term.given("context_step", new Tokens(STEP), SEARCH);
        return Answer.of(Term.derived("longest_context", Unit.TOKENS, Operation.PRODUCT, found, step));
    }

    private long bisect(Demand demand, long most) {
        long good = 1;
        long bad = most + 1;
        while (bad - good > 1) {
            long middle = good + (bad - good) / 2;
            if (holds(demand, middle)) {
                good = middle;
            } else {
                bad = middle;
            }
        }
        return good;
    }

    /// The largest step below which none fails, given one that holds while its successor does not.
    private long firstOfALimit(Demand demand, long holding) {
        long found = holding;
        for (long step = holding - 1; step > 1 && isNear(step); step--) {
            if (!holds(demand, step)) {
                found = step - 1;
            }
        }
        return found;
    }

    /// Whether so little is spare at a step that a larger buffer one step before could matter.
    private boolean isNear(long steps) {
        MemoryStack stack = memory.apply(at(steps));
        double fall = stack.size(Part.ACTIVATIONS).magnitude() * LARGEST_FALL + LEAST_FALL.magnitude();
        return Verdicts.spare(stack).magnitude() < fall;
    }

    private boolean holds(Demand demand, long steps) {
        Scenario at = at(steps);
        MemoryStack stack = memory.apply(at);
        Verdict verdict = Verdicts.of(at, stack);
        return (demand.inItsMemory() ? verdict.fits() : verdict.runs())
                && (!demand.allServed() || stack.served().isAll());
    }

    private Scenario at(long steps) {
        return scenario.withWorkload(scenario.workload().withContext(new Tokens(steps * STEP)));
    }
}
