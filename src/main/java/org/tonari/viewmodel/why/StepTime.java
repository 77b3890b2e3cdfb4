package org.tonari.viewmodel.why;

import java.util.ArrayList;
import java.util.List;
import org.tonari.domain.answer.Speed;
import org.tonari.explain.MissingFact;
import org.tonari.explain.Term;
import org.tonari.units.Seconds;
import org.tonari.units.Unit;

/// What one decoding step waits for.
public sealed interface StepTime {
    /// @param speed the speed and its limit
    /// @param parts shares of the step, together the whole of it
    record Split(Speed.Known speed, List<Term> parts) implements StepTime {
        public Split {
            parts = List.copyOf(parts);
        }
    }

    /// The scenario does not run.
    record NotRunning() implements StepTime {}

    /// Nothing can be said.
    ///
    /// @param fact what would have to be known
    record Unknown(MissingFact fact) implements StepTime {}

    /// @return what a step of the speed is made of: the summands of its time
    static StepTime of(Speed speed) {
        return switch (speed) {
            case Speed.Known known -> new Split(known, summands(known.stepTime()));
            case Speed.Unknown(MissingFact fact) -> new Unknown(fact);
            case Speed.NotRunning _ -> new NotRunning();
        };
    }

    /// The parts of a sum; of a sum that is multiplied or divided as a whole, its parts so treated.
    private static List<Term> summands(Term time) {
        if (!(time instanceof Term.Derived derived)) {
            return List.of(time);
        }
        return switch (derived.operation()) {
            case SUM -> derived.parts();
            case PRODUCT, QUOTIENT -> treated(derived);
            case DIFFERENCE, MAXIMUM, MINIMUM, PAD_UP -> List.of(time);
        };
    }

    /// A measured speed multiplies a step, a machine's pace divides it; the step is the part in seconds.
    private static List<Term> treated(Term.Derived whole) {
        for (int at = 0; at < whole.parts().size(); at++) {
            Term step = whole.parts().get(at);
            if (step.value() instanceof Seconds) {
                int place = at;
                return summands(step).stream()
                        .map(part -> with(whole, place, part))
                        .toList();
            }
        }
        return List.of(whole);
    }

    private static Term with(Term.Derived whole, int place, Term part) {
        var parts = new ArrayList<>(whole.parts());
        parts.set(place, part);
        return Term.derived(part.id(), Unit.SECONDS, whole.operation(), parts);
    }
}
