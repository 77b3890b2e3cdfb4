package org.tonari.viewmodel.manual;

import org.tonari.manual.Document;
import org.tonari.manual.Volume;
import org.tonari.text.Language;

/// What there is to read.
public sealed interface ShownDocument {
    /// Not opened yet.
    record Nothing() implements ShownDocument {}

    /// A document.
    ///
    /// @param wished the language it was asked for in
    record Text(Document document, Language wished) implements ShownDocument {
        /// @return whether it was to be had in another language only
        public boolean isStandIn() {
            return document.language() != wished;
        }
    }

    /// A document that cannot be read.
    ///
    /// @param reason with the file's name
    record Broken(Volume volume, String reason) implements ShownDocument {}
}
