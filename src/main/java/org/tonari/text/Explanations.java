package org.tonari.text;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tonari.explain.Operation;
import org.tonari.explain.Term;
import org.tonari.units.Count;
import org.tonari.units.Tokens;

/// Turns the tree behind a number into words and written-out formulas. Immutable.
///
/// A term id without a name in the language still reads well: `key_row_bytes` becomes "Key row bytes".
public final class Explanations {
    /// A sum of more parts than this is shortened.
    private static final int SHOWN_PARTS = 6;

    private final Messages messages;
    private final Formats formats;
    private final Names names;

    /// @param messages in which language
    /// @param formats  how numbers are written
    public Explanations(Messages messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
        this.names = new Names(messages, formats);
    }

    /// @return the whole tree below a number, in words
    public ExplainedTerm explain(Term term) {
        return switch (term) {
            case Term.Given given ->
                new ExplainedTerm(given, name(given), value(given), "", names.source(given.source()), List.of());
            case Term.Derived derived ->
                new ExplainedTerm(
                        derived,
                        name(derived),
                        value(derived),
                        formula(derived),
                        "",
                        derived.parts().stream().map(this::explain).toList());
        };
    }

    /// @return what the number is, as a heading
    public String name(Term term) {
        String noun = noun(term.id());
        boolean proper = term.id().startsWith(Term.NAMED);
        return proper ? noun : Character.toUpperCase(noun.charAt(0)) + noun.substring(1);
    }

    /// @return the number with its unit
    public String value(Term term) {
        return formats.quantity(term.value());
    }

    /// @return the formula with its numbers; for a leaf its value
    public String formula(Term term) {
        return switch (term) {
            case Term.Given given -> counted(given);
            case Term.Derived derived -> written(derived);
        };
    }

    private String written(Term.Derived term) {
        String parts = joined(term.parts(), term.operation());
        return switch (term.operation()) {
            case SUM, PRODUCT, DIFFERENCE, QUOTIENT -> parts;
            case MAXIMUM -> messages.required("formula.maximum", parts);
            case MINIMUM -> messages.required("formula.minimum", parts);
            case PAD_UP ->
                term.parts().size() == 2
                        ? messages.required(
                                "formula.pad_up",
                                counted(term.parts().getFirst()),
                                value(term.parts().getLast()))
                        : parts;
        };
    }

    private String joined(List<Term> parts, Operation operation) {
        return Stream.concat(
                        parts.stream().limit(SHOWN_PARTS).map(this::counted),
                        Stream.of("…").limit(parts.size() <= SHOWN_PARTS ? 0 : 1))
                .reduce((left, right) -> joined(left, right, operation))
                .orElse("");
    }

    private String joined(String left, String right, Operation operation) {
        return switch (operation) {
            case SUM, PRODUCT, DIFFERENCE, QUOTIENT -> left + operation.sign() + right;
            case MAXIMUM, MINIMUM, PAD_UP -> messages.text(CommonText.LISTED, left, right);
        };
    }

    /// A plain count says what it counts; a number with a unit speaks for itself.
    private String counted(Term term) {
        boolean bare = term.value() instanceof Count || term.value() instanceof Tokens;
        return bare
                ? one(term)
                        .or(() -> messages.found("count." + term.id(), value(term)))
                        .orElseGet(() -> messages.required("formula.count", value(term), noun(term.id())))
                : value(term);
    }

    /// English says "1 layer", not "1 layers".
    private Optional<String> one(Term term) {
        return term.value().magnitude() == 1 ? messages.found("one." + term.id()) : Optional.empty();
    }

    private String noun(String id) {
        if (id.startsWith(Term.NAMED)) {
            return id.substring(Term.NAMED.length());
        }
        return messages.found("term." + id).orElseGet(() -> id.replace('_', ' ').replace('.', ' '));
    }
}
