package org.tonari.viewmodel;

import java.io.IOException;
import java.nio.file.Path;

/// Writes what leaves the window; given by whoever builds it. Methods may be called from a background thread unless
/// they say otherwise.
public interface Sharing {
    /// What kind of file is written.
    enum Kind {
        PNG,
        CSV,
        JSON,
        MARKDOWN,
        /// One page with picture, table, assumptions and sources.
        HTML;

        /// @return the usual ending of such a file, with its dot
        public String extension() {
            return switch (this) {
                case PNG -> ".png";
                case CSV -> ".csv";
                case JSON -> ".json";
                case MARKDOWN -> ".md";
                case HTML -> ".html";
            };
        }
    }

    /// How a comparison is written.
    ///
    /// @param kind  what kind of file
    /// @param scale pixels for one logical pixel of a picture: 1, 2 or 4
    /// @param theme colours of a picture
    record Format(Kind kind, int scale, AppearanceViewModel.Theme theme) {}

    /// Writes a comparison to a file, whole or not at all.
    ///
    /// @throws IOException where the file cannot be written
    void write(Results results, Format format, Path file) throws IOException;

    /// @return the comparison as plain text, with the command line that reproduces it
    String summary(Results results);
}
