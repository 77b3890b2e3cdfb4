package org.tonari.viewmodel.work;

import java.io.IOException;
import java.nio.file.Path;
import org.tonari.viewmodel.desk.Results;
import org.tonari.viewmodel.window.AppearanceViewModel;

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

        /// @return whether such a file reads well as it is
        public boolean isPlainText() {
            return switch (this) {
                case CSV, JSON, MARKDOWN -> true;
                case PNG, HTML -> false;
            };
        }

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

    /// How much of a comparison is drawn.
    enum Extent {
        /// Title, both charts, table, and what they rest on.
        SHEET,
        MEMORY,
        SPEED
    }

    /// How a comparison is written.
    ///
    /// @param kind   what kind of file
    /// @param scale  pixels for one logical pixel of a picture: 1, 2 or 4
    /// @param theme  colours of a picture
    /// @param extent how much of it a picture shows
    record Format(Kind kind, int scale, AppearanceViewModel.Theme theme, Extent extent) {
        /// A picture of the whole sheet.
        public Format(Kind kind, int scale, AppearanceViewModel.Theme theme) {
            this(kind, scale, theme, Extent.SHEET);
        }

        /// @return the same with pixels for one logical pixel
        public Format withScale(int pixels) {
            return new Format(kind, pixels, theme, extent);
        }

        /// @return the same in other colours
        public Format withTheme(AppearanceViewModel.Theme colours) {
            return new Format(kind, scale, colours, extent);
        }

        /// @return the same as another kind of file
        public Format withKind(Kind other) {
            return new Format(other, scale, theme, extent);
        }

        /// @return the same with more or less of the comparison
        public Format withExtent(Extent other) {
            return new Format(kind, scale, theme, other);
        }
    }

    /// Writes a comparison to a file, whole or not at all.
    ///
    /// @throws IOException where the file cannot be written
    void write(Results results, Format format, Path file) throws IOException;

    /// Writes a comparison to a new file in the system's temporary folder, which goes when Tonari ends.
    ///
    /// @return the file
    /// @throws IOException where the file cannot be written
    Path scratch(Results results, Format format) throws IOException;

    /// @param kind `CSV`, `JSON` or `MARKDOWN`
    /// @return the beginning of what such a file would say, at most so many characters
    /// @throws IOException where it cannot be put together
    String beginning(Results results, Kind kind, int characters) throws IOException;

    /// @return the comparison as a PNG picture
    /// @throws IOException where it cannot be drawn
    byte[] picture(Results results, Format format) throws IOException;

    /// @return the comparison as plain text, with the command line that reproduces it
    String summary(Results results);
}
