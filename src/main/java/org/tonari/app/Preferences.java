package org.tonari.app;

import java.util.Locale;
import org.tonari.text.ByteUnit;
import org.tonari.text.Language;
import org.tonari.viewmodel.window.AppearanceViewModel.Prices;
import org.tonari.viewmodel.window.AppearanceViewModel.Theme;

/// What is kept between sessions. Immutable.
///
/// @param language of all texts
/// @param theme    light, dark or the system's
/// @param byteUnit what memory is counted in
/// @param zoom     size of everything, 1 is normal
/// @param font     family of all texts, or empty for the system's
/// @param runtime  id of the runtime a new comparison begins with, or empty
/// @param prices   what prices are shown in
/// @param yenPerDollar the person's own rate
/// @param window   where the window stood
record Preferences(
        Language language,
        Theme theme,
        ByteUnit byteUnit,
        double zoom,
        String font,
        String runtime,
        Prices prices,
        double yenPerDollar,
        WindowState window) {
    /// Where a window stands.
    ///
    /// @param width     of its content
    /// @param height    of its content
    /// @param x         of its left edge, or NaN where it never stood anywhere
    /// @param y         of its upper edge, likewise
    /// @param maximized whether it fills the screen
    record WindowState(double width, double height, double x, double y, boolean maximized) {
        /// Of the designed size, wherever the system wants it.
        static final WindowState INITIAL = new WindowState(1_280, 800, Double.NaN, Double.NaN, false);
    }

    /// @return what holds before anybody chose
    static Preferences initial() {
        return new Preferences(
                Language.of(Locale.getDefault()),
                Theme.SYSTEM,
                ByteUnit.GIB,
                1,
                "",
                "",
                Prices.YEN,
                150,
                WindowState.INITIAL);
    }
}
