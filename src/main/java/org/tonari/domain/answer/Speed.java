package org.tonari.domain.answer;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.tonari.explain.MissingFact;
import org.tonari.explain.Term;

/// How fast a scenario runs.
public sealed interface Speed {

    /// A speed or a duration: estimated, or unknown.
    sealed interface Prediction {}

    /// Nothing can be said of this figure.
    ///
    /// @param fact what would have to be known
    record Unpredicted(MissingFact fact) implements Prediction {}

    /// A number with its 80 % interval.
    ///
    /// @param low      one time in ten it is lower
    /// @param expected the estimate and its tree
    /// @param high     one time in ten it is higher
    record Estimated(double low, Term expected, double high) implements Prediction {
        public Estimated {
            double middle = expected.value().magnitude();
            if (!(low <= middle && middle <= high)) {
                throw new IllegalArgumentException(
                        "an interval contains its estimate: " + low + " " + middle + " " + high);
            }
        }

        /// @return the estimate as a plain number
        public double value() {
            return expected.value().magnitude();
        }
    }

    /// What holds a machine back.
    enum Limit {
        MEMORY_BANDWIDTH,
        COMPUTE,
        LATENCY,
        LINK
    }

    /// How near the evidence behind an estimate lies.
    enum Evidence {
        /// Same machine, runtime and model.
        A,
        /// Same machine and runtime.
        B,
        /// The machine's class is known, and one row of the machine.
        C,
        /// The machine's class is known.
        D,
        /// Anything less; also off-loading, linked machines and speculation.
        E
    }

    /// @param decode       tokens a second for one sequence with a full context in its cache
    /// @param aggregate    tokens a second over all sequences
    /// @param prefill      prompt tokens a second, the mean over the prompt
    /// @param firstToken   seconds from prompt to first token
    /// @param stepTime     seconds for one decoding step: the tree behind `decode`
    /// @param limitedBy    what most of a step waits for
    /// @param evidence     how near the evidence lies
    record Known(
            Estimated decode,
            Estimated aggregate,
            Prediction prefill,
            Prediction firstToken,
            Term stepTime,
            Limit limitedBy,
            Evidence evidence)
            implements Speed {

        /// @return how many times as long a step takes as it was fitted to, where the person measured a speed
        public OptionalDouble shift() {
            return stepTime instanceof Term.Derived(var _, var _, var _, List<Term> parts)
                    ? parts.stream()
                            .filter(part -> part.id().equals("anchor_factor"))
                            .mapToDouble(part -> part.value().magnitude())
                            .findFirst()
                    : OptionalDouble.empty();
        }
    }

    /// Nothing can be said.
    ///
    /// @param fact what would have to be known
    record Unknown(MissingFact fact) implements Speed {}

    /// The scenario does not run, so it has no speed.
    record NotRunning() implements Speed {}

    /// @return the figures, if there are any
    default Optional<Known> known() {
        return this instanceof Known known ? Optional.of(known) : Optional.empty();
    }
}
