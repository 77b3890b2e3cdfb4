package org.tonari.profiles.forms;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tonari.domain.form.FigureEntry;
import org.tonari.domain.form.FigurePlace;
import org.tonari.domain.form.FigurePlace.Sort;
import org.tonari.domain.form.FormProblem;
import org.tonari.domain.form.FormProblem.Kind;
import org.tonari.domain.form.MachineForm.Usual;
import org.tonari.domain.form.MachineForm.Word;

/// Says what is wrong with a field of a form while it is typed.
public final class FormCheck {
    /// The compute back ends that runtimes know.
    public static final List<String> BACKENDS = List.of("cuda", "metal", "vulkan", "rocm", "cpu");

    private static final String DATE = "\\d{4}(-\\d{2}(-\\d{2})?)?";
    private static final String ID = "[a-z0-9][a-z0-9.-]*";

    private FormCheck() {}

    /// @return what is wrong with a figure, if anything; an unknown one is not wrong
    public static Optional<FormProblem> of(FigurePlace place, FigureEntry entry, Usual usual) {
        if (entry.isUnknown()) {
            return Optional.empty();
        }
        return number(place.sort(), entry).or(() -> source(entry, usual));
    }

    private static Optional<FormProblem> source(FigureEntry entry, Usual usual) {
        if (entry.source().isBlank() && usual.source().isBlank()) {
            return Optional.of(new FormProblem(Kind.SOURCE, "", ""));
        }
        return date(entry.date());
    }

    /// @return what is wrong with a date, if anything; none is not wrong
    public static Optional<FormProblem> date(String text) {
        return text.isBlank() || text.strip().matches(DATE)
                ? Optional.empty()
                : Optional.of(new FormProblem(Kind.DATE, text.strip(), ""));
    }

    private static Optional<FormProblem> number(Sort sort, FigureEntry entry) {
        Optional<TypedFigure> typed = TypedFigure.of(sort, entry);
        if (typed.isEmpty()) {
            return problem(sort == Sort.RESERVE ? Kind.RESERVE : Kind.NUMBER, entry, FigureUnits.of(sort));
        }
        TypedFigure figure = typed.get();
        if (!figure.ascends()) {
            return problem(Kind.RESERVE, entry, FigureUnits.of(sort));
        }
        boolean mayBeNothing = sort == Sort.RESERVE;
        boolean nothing = figure.expected().signum() == 0 && !mayBeNothing;
        if (nothing || !holds(sort, figure)) {
            return problem(sort == Sort.SHARE ? Kind.SHARE : Kind.ABOVE_ZERO, entry, List.of());
        }
        return Optional.empty();
    }

    private static boolean holds(Sort sort, TypedFigure figure) {
        if (sort == Sort.MONEY) {
            return true;
        }
        try {
            return figure.numbers().stream()
                    .allMatch(number -> Double.isFinite(FigureUnits.table(sort)
                            .make(figure.unit(), number.doubleValue())
                            .magnitude()));
        } catch (IllegalArgumentException | ArithmeticException _) {
            return false;
        }
    }

    private static Optional<FormProblem> problem(Kind kind, FigureEntry entry, List<String> units) {
        return Optional.of(new FormProblem(kind, entry.number().strip(), String.join(", ", units)));
    }

    /// @return what is wrong with a text, if anything
    public static Optional<FormProblem> of(Word word, String typed) {
        String text = typed.strip();
        return switch (word) {
            case ID -> text.matches(ID) ? Optional.empty() : Optional.of(new FormProblem(Kind.ID, text, ""));
            case NAME, ACCELERATOR ->
                text.isEmpty() ? Optional.of(new FormProblem(Kind.TEXT, "", "")) : Optional.empty();
            case BACKENDS -> backends(text);
            case CALIBRATED_AS ->
                text.isEmpty() || text.matches(ID) ? Optional.empty() : Optional.of(new FormProblem(Kind.ID, text, ""));
            case SHORT_NAME, ARCHITECTURE, CALIBRATION_CLASS, GENERATION -> Optional.empty();
        };
    }

    private static Optional<FormProblem> backends(String text) {
        List<String> named = backendNames(text);
        return !named.isEmpty() && BACKENDS.containsAll(named)
                ? Optional.empty()
                : Optional.of(new FormProblem(Kind.CHOICES, text, String.join(", ", BACKENDS)));
    }

    static List<String> backendNames(String text) {
        return Arrays.stream(text.split("[,、\\s]+"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }
}
