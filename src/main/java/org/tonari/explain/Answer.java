package org.tonari.explain;

import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// A number the engine was asked for: known with its tree, or unknown with the fact that is missing.
public sealed interface Answer {

    /// @param term the number and its tree
    record Known(Term term) implements Answer {
        public Known {
            Objects.requireNonNull(term);
        }
    }

    /// @param fact what would have to be known
    record Unknown(MissingFact fact) implements Answer {
        public Unknown {
            Objects.requireNonNull(fact);
        }
    }

    /// @return a known number
    static Answer of(Term term) {
        return new Known(term);
    }

    /// @return the answer with its number changed, where it is known
    default Answer map(UnaryOperator<Term> change) {
        return switch (this) {
            case Known(Term term) -> new Known(change.apply(term));
            case Unknown unknown -> unknown;
        };
    }

    /// @return the number's tree, if known
    default Optional<Term> optional() {
        return switch (this) {
            case Known(Term term) -> Optional.of(term);
            case Unknown _ -> Optional.empty();
        };
    }
}
