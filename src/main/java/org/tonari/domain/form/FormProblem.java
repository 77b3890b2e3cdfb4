package org.tonari.domain.form;

/// What is wrong with one field of a form.
///
/// @param kind     what was expected
/// @param found    what stands there; empty for nothing
/// @param expected the choices there are, or empty
public record FormProblem(Kind kind, String found, String expected) {
    /// What was expected in the field.
    public enum Kind {
        /// A number, perhaps with a unit.
        NUMBER,
        /// A number above 0 within what the unit can hold.
        ABOVE_ZERO,
        /// A share from 0 to 1, or a percentage to 100.
        SHARE,
        /// One number, or the least, the expected and the most in this order.
        RESERVE,
        /// Who states the figure.
        SOURCE,
        /// A date such as `2026`, `2026-02` or `2026-02-05`.
        DATE,
        /// Lower-case letters, digits, dots and hyphens.
        ID,
        /// Some text.
        TEXT,
        /// One or more of the choices.
        CHOICES
    }
}
