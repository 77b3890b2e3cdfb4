package org.tonari.explain;

import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.tonari.units.Quantity;
import org.tonari.units.Unit;

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

    /// @param path where a person can override the figure, or empty
    /// @return a sourced figure as a leaf, or what is missing
    static <T extends Quantity> Answer given(String id, Sourced<T> figure, String path) {
        return switch (figure) {
            case Sourced.Known<T>(T value, Source source) -> of(Term.given(id, value, source, path));
            case Sourced.Unknown<T>(MissingFact fact) -> new Unknown(fact);
        };
    }

    /// @return the operation applied to the parts; the first missing fact where a part is unknown, and unknown where
    ///         the parts make no number, as by a division by nothing
    static Answer derived(String id, Unit unit, Operation operation, Answer... parts) {
        var terms = new ArrayList<Term>();
        for (Answer part : parts) {
            switch (part) {
                case Known(Term term) -> terms.add(term);
                case Unknown unknown -> {
                    return unknown;
                }
            }
        }
        try {
            return of(Term.derived(id, unit, operation, terms));
        } catch (ArithmeticException | IllegalArgumentException impossible) {
            return new Unknown(
                    new MissingFact(id, Phrase.of("the figures make no number: {0}", Refused.why(impossible))));
        }
    }

    /// @return the number's tree, if known
    default Optional<Term> optional() {
        return switch (this) {
            case Known(Term term) -> Optional.of(term);
            case Unknown _ -> Optional.empty();
        };
    }
}
