package org.tonari.export;

import java.util.Locale;
import java.util.Optional;

/// A part of an estimate's JSON that can be left out. The scenario always stays.
public enum EstimatePart {
    MEMORY,
    FIT,
    SPEED,
    COMPATIBILITY,
    COST,
    EXPLANATION;

    /// @return its name in JSON
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @return the part of that name
    public static Optional<EstimatePart> of(String word) {
        for (EstimatePart part : values()) {
            if (part.word().equals(word)) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }
}
