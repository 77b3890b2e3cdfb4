package org.tonari.cli.session;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.tonari.domain.answer.Estimate;
import org.tonari.text.ByteUnit;
import org.tonari.text.Language;

/// Draws a comparison of machines as a picture; the application supplies it, so that only a picture loads a toolkit.
@FunctionalInterface
public interface ComparisonPicture {
    /// Light or dark.
    enum Theme {
        LIGHT,
        DARK
    }

    /// How the picture looks.
    ///
    /// @param scale    pixels for each logical pixel, 1 to 4
    /// @param theme    light or dark
    /// @param language of all text
    /// @param unit     that memory is shown in
    record Look(double scale, Theme theme, Language language, ByteUnit unit) {}

    /// @param estimates one a machine, in the order they are drawn
    /// @param png       where the picture goes
    /// @throws IOException where the stream cannot take more
    void draw(List<Estimate> estimates, Look look, OutputStream png) throws IOException;
}
