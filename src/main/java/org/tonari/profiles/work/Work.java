package org.tonari.profiles.work;

import java.util.Objects;
import org.tonari.domain.comparison.Comparison;

/// What a saved file holds.
///
/// @param comparison everything that was decided
/// @param page       the page that was on screen, by its name in lower case; a reader may not know it
public record Work(Comparison comparison, String page) {
    /// The version of the format that is written, and the newest that is understood in full.
    public static final int FORMAT = 1;

    /// How names of such files end.
    public static final String SUFFIX = ".tonari";

    public Work {
        Objects.requireNonNull(comparison);
        Objects.requireNonNull(page);
    }
}
