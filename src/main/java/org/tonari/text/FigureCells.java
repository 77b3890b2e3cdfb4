package org.tonari.text;

import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleFunction;
import org.tonari.explain.Answer;
import org.tonari.explain.MissingFact;
import org.tonari.explain.Term;
import org.tonari.text.FigureTable.Align;
import org.tonari.text.FigureTable.Cell;
import org.tonari.text.FigureTable.Column;

/// Makes columns and cells in one language. Immutable.
final class FigureCells {
    /// Facts that are no gap in what is known: what does not run has no speed, what never pays back no day of it.
    private static final Set<String> MAKES_NO_SENSE = Set.of("fit.verdict", "cost.break_even");

    private final Messages messages;

    FigureCells(Messages messages) {
        this.messages = messages;
    }

    Column words(String key, MessageKey head) {
        return new Column(key, messages.text(head), Align.WORDS);
    }

    Column numbers(String key, MessageKey head) {
        return new Column(key, messages.text(head), Align.NUMBERS);
    }

    /// @return a number in the digits that `written` gives it, or `?` with what is missing
    static Cell number(Answer answer, DoubleFunction<String> written) {
        return switch (answer) {
            case Answer.Known(Term term) -> {
                double value = term.value().magnitude();
                yield new Cell(written.apply(value), plain(value), Optional.of(answer));
            }
            case Answer.Unknown(MissingFact fact) ->
                new Cell(
                        MAKES_NO_SENSE.contains(fact.path()) ? Formats.NOT_APPLICABLE : Formats.UNKNOWN,
                        "",
                        Optional.of(answer));
        };
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
