package org.tonari.engine.fit;

import java.util.function.Function;
import org.tonari.domain.MemoryStack;
import org.tonari.domain.Scenario;
import org.tonari.domain.Verdict;
import org.tonari.explain.Answer;
import org.tonari.explain.MissingFact;
import org.tonari.explain.Operation;
import org.tonari.explain.Source;
import org.tonari.explain.Term;
import org.tonari.units.Count;
import org.tonari.units.Tokens;
import org.tonari.units.Unit;

/// The longest context up to which everything fits, in steps of 256 tokens and never beyond the model's own limit.
///
/// Found by bisection: cache and fixed state never fall with context. A compute buffer may fall by a little from one
/// step
/// to the next, so where that happens right at the limit a context just below the one found can still be too long.
final class LongestContext {
    private static final long STEP = 256;

    private static final Source SEARCH =
            Source.of(Source.Kind.DERIVED, "bisection over the engine's own memory stack, in steps of 256 tokens");

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
        Verdict shortest = verdictAt(1);
        if (shortest instanceof Verdict.Unknown(MissingFact fact)) {
            return new Answer.Unknown(fact);
        }
        long most = Math.max(1, scenario.model().maxContext().count() / STEP);
        long steps = shortest.runs() ? bisect(shortest.fits(), most) : 0;
        Term found = Term.given("steps_that_fit", new Count(steps), SEARCH);
        Term step = Term.given("context_step", new Tokens(STEP), SEARCH);
        return Answer.of(Term.derived("longest_context", Unit.TOKENS, Operation.PRODUCT, found, step));
    }

    private long bisect(boolean withoutSpilling, long most) {
        long good = 1;
        long bad = most + 1;
        while (bad - good > 1) {
            long middle = good + (bad - good) / 2;
            if (holds(withoutSpilling, middle)) {
                good = middle;
            } else {
                bad = middle;
            }
        }
        return good;
    }

    private boolean holds(boolean withoutSpilling, long steps) {
        Verdict verdict = verdictAt(steps);
        return withoutSpilling ? verdict.fits() : verdict.runs();
    }

    private Verdict verdictAt(long steps) {
        Scenario at = scenario.withWorkload(scenario.workload().withContext(new Tokens(steps * STEP)));
        return Verdicts.of(at, memory.apply(at));
    }
}
