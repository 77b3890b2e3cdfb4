package org.tonari.app;

import java.util.Locale;
import org.tonari.text.ByteUnit;
import org.tonari.text.Language;
import org.tonari.viewmodel.AppearanceViewModel.Theme;

/// What is kept between sessions. Immutable.
///
/// @param language of all texts
/// @param theme    light, dark or the system's
/// @param byteUnit what memory is counted in
/// @param zoom     size of everything, 1 is normal
/// @param font     family of all texts, or empty for the system's
/// @param width    of the window
/// @param height   of the window
record Preferences(
        Language language, Theme theme, ByteUnit byteUnit, double zoom, String font, double width, double height) {
    /// @return what holds before anybody chose
    static Preferences initial() {
        return new Preferences(Language.of(Locale.getDefault()), Theme.SYSTEM, ByteUnit.GIB, 1, "", 1_280, 800);
    }
}
