package org.tonari.manual;

import java.util.Optional;
import java.util.Set;

/// A stretch of text of one look.
///
/// @param text   as it is read; a line break that must be one is `\n`
/// @param styles how it is set
/// @param link   where it leads, if anywhere
public record Words(String text, Set<Style> styles, Optional<Destination> link) {
    /// How words are set.
    public enum Style {
        STRONG,
        EMPHASIS,
        /// What is typed or named exactly so.
        CODE
    }

    public Words {
        styles = Set.copyOf(styles);
    }
}
