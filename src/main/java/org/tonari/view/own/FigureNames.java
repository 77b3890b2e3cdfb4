package org.tonari.view.own;

import java.util.Locale;
import java.util.function.UnaryOperator;
import org.tonari.domain.form.FigurePlace;
import org.tonari.domain.form.FigurePlace.Section;
import org.tonari.domain.form.FormProblem;
import org.tonari.export.picture.Wording;
import org.tonari.text.MachineText;

/// What figures of a machine, and what is wrong with them, are called in the window's language.
final class FigureNames {
    private final Wording wording;
    private final UnaryOperator<String> linkName;

    /// @param linkName what a link of an id is called
    FigureNames(Wording wording, UnaryOperator<String> linkName) {
        this.wording = wording;
        this.linkName = linkName;
    }

    String of(FigurePlace place) {
        String[] steps = place.path().split("\\.");
        String last = steps[steps.length - 1];
        return switch (steps[0]) {
            case "memory" -> wording.text(memory(last, place.sort()));
            case "processor" -> wording.text(peak(steps[1]), last.toUpperCase(Locale.ROOT));
            case "links" ->
                wording.text(
                        last.equals("latency") ? MachineText.LINK_LATENCY : MachineText.LINK_BANDWIDTH,
                        linkName.apply(steps[1]));
            case "storage" -> wording.text(last.equals("size") ? MachineText.STORAGE_SIZE : MachineText.STORAGE_READ);
            case "power" -> wording.text(power(last));
            default -> wording.text(MachineText.PRICE, last);
        };
    }

    private static MachineText memory(String figure, FigurePlace.Sort sort) {
        return switch (figure) {
            case "capacity" -> MachineText.CAPACITY;
            case "nominal" -> MachineText.NOMINAL;
            case "system_reserve" -> MachineText.RESERVE;
            case "limit" -> sort == FigurePlace.Sort.SHARE ? MachineText.SHARE : MachineText.MOST;
            case "bandwidth" -> MachineText.BANDWIDTH;
            default -> MachineText.MEASURED_BANDWIDTH;
        };
    }

    private static MachineText peak(String which) {
        return switch (which) {
            case "dense_peak" -> MachineText.DENSE_PEAK;
            case "sparse_peak" -> MachineText.SPARSE_PEAK;
            default -> MachineText.MEASURED_PEAK;
        };
    }

    private static MachineText power(String which) {
        return switch (which) {
            case "idle" -> MachineText.POWER_IDLE;
            case "load" -> MachineText.POWER_LOAD;
            default -> MachineText.POWER_MAX;
        };
    }

    static MachineText section(Section section) {
        return switch (section) {
            case MEMORY -> MachineText.SECTION_MEMORY;
            case COMPUTE -> MachineText.SECTION_COMPUTE;
            case LINKS -> MachineText.SECTION_LINKS;
            case POWER -> MachineText.SECTION_POWER;
            case PRICES -> MachineText.SECTION_PRICES;
        };
    }

    /// @return what was found and what was expected
    String problem(FormProblem problem) {
        MachineText key =
                switch (problem.kind()) {
                    case NUMBER -> MachineText.WRONG_NUMBER;
                    case ABOVE_ZERO -> MachineText.WRONG_ABOVE_ZERO;
                    case SHARE -> MachineText.WRONG_SHARE;
                    case RESERVE -> MachineText.WRONG_RESERVE;
                    case SOURCE -> MachineText.WRONG_SOURCE;
                    case DATE -> MachineText.WRONG_DATE;
                    case ID -> MachineText.WRONG_ID;
                    case TEXT -> MachineText.WRONG_TEXT;
                    case CHOICES -> MachineText.WRONG_CHOICES;
                };
        String found = problem.found().isEmpty()
                ? wording.text(MachineText.FOUND_NOTHING)
                : wording.text(MachineText.FOUND, problem.found());
        String gap = found.endsWith(";") ? " " : "";
        return found + gap + wording.text(key, problem.expected());
    }
}
