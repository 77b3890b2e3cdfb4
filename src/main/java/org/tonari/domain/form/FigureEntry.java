package org.tonari.domain.form;

import java.util.Objects;
import java.util.Optional;
import org.tonari.explain.Source;

/// A figure as it is typed. Without a number it is unknown, and the source says why.
///
/// @param number digits, or blank
/// @param unit   as in a profile, such as `GiB`
/// @param kind   what sort of statement it is; nothing for that of the whole form
/// @param source who states it; blank for that of the whole form
/// @param date   of the statement, or blank
/// @param note   what a reader should know, or blank
public record FigureEntry(
        String number, String unit, Optional<Source.Kind> kind, String source, String date, String note) {
    public FigureEntry {
        Objects.requireNonNull(number);
        Objects.requireNonNull(unit);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(source);
        Objects.requireNonNull(date);
        Objects.requireNonNull(note);
    }

    /// @return a figure that nobody typed yet
    public static FigureEntry blank(String unit) {
        return new FigureEntry("", unit, Optional.empty(), "", "", "");
    }

    /// @return whether no number is given
    public boolean isUnknown() {
        return number.isBlank();
    }
}
