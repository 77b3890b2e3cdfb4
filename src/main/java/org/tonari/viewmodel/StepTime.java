package org.tonari.viewmodel;

import java.util.List;
import org.tonari.domain.Speed;
import org.tonari.explain.MissingFact;
import org.tonari.explain.Operation;
import org.tonari.explain.Term;

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

    private static List<Term> summands(Term time) {
        return time instanceof Term.Derived derived && derived.operation() == Operation.SUM
                ? derived.parts()
                : List.of(time);
    }
}
