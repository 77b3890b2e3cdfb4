package org.tonari.domain.comparison;

import java.util.Objects;

/// A scenario that stays in sight as a ghost while others are tried. Immutable.
///
/// @param letter `A` to `D`
/// @param setup  what all machines ran when it was pinned
public record Pin(char letter, Setup setup) {
    /// The letters there are, and so the most pins at once.
    public static final String LETTERS = "ABCD";

    public Pin {
        Objects.requireNonNull(setup);
        if (LETTERS.indexOf(letter) < 0) {
            throw new IllegalArgumentException("not a pin's letter: " + letter);
        }
    }
}
