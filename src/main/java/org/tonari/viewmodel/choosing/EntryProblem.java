package org.tonari.viewmodel.choosing;

/// Why a typed value was not taken.
///
/// @param text   what was typed
/// @param reason what is wrong with it
/// @param least  the smallest value that would have been taken
/// @param most   the largest
public record EntryProblem(String text, Reason reason, long least, long most) {
    /// What is wrong with a typed value.
    public enum Reason {
        /// No whole number above nothing.
        NOT_A_NUMBER,
        TOO_LARGE
    }
}
