package org.tonari.explain;

import java.util.Objects;

/// Who states a figure, and how good that makes it.
///
/// @param kind     what sort of statement it is
/// @param citation address or title that lets a reader find it again, not blank
/// @param date     the statement's date as far as known (`2026`, `2026-02` or `2026-02-05`), or empty
/// @param note     what a reader should know about it, or empty
public record Source(Kind kind, String citation, String date, String note) {
    /// How a figure came to be.
    public enum Kind {
        /// The vendor's own statement.
        VENDOR,
        /// Somebody else's statement of a vendor figure.
        SECONDARY,
        /// Read off a real machine or a real run.
        MEASURED,
        /// Arithmetic on other sourced figures.
        DERIVED,
        /// One of the articles this project started from.
        ARTICLE,
        /// A rule read in a runtime's own source code.
        RUNTIME,
        /// Fitted to published measurements.
        FITTED,
        /// Picked in the window or on the command line.
        CHOICE,
        /// A default of Tonari or of a runtime.
        DEFAULT,
        /// A figure the person put in place of a shipped one.
        YOURS
    }

    /// Of a figure that a person put in and gave no other source for.
    public static final Source BY_HAND = of(Kind.YOURS, "your own figure");

    public Source {
        Objects.requireNonNull(kind);
        if (citation.isBlank()) {
            throw new IllegalArgumentException("a source needs a citation");
        }
        Objects.requireNonNull(date);
        Objects.requireNonNull(note);
    }

    /// @return a source with neither date nor note
    public static Source of(Kind kind, String citation) {
        return new Source(kind, citation, "", "");
    }
}
