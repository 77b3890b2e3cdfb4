package org.tonari.app;

import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;
import org.tonari.view.Stylesheets;
import org.tonari.view.Stylesheets.Shade;
import org.tonari.viewmodel.AppearanceViewModel;

/// Keeps the window in the theme that was chosen, or in the system's.
final class WindowTheme {
    private final Scene scene;
    private final AppearanceViewModel appearance;

    WindowTheme(Scene scene, AppearanceViewModel appearance) {
        this.scene = scene;
        this.appearance = appearance;
    }

    void follow() {
        appearance.themeProperty().subscribe(_ -> apply());
        Platform.getPreferences().colorSchemeProperty().subscribe(_ -> apply());
    }

    private void apply() {
        Stylesheets.shade(scene, wear(appearance));
    }

    /// Dresses the controls of all windows.
    ///
    /// @return in which shade
    static Shade wear(AppearanceViewModel appearance) {
        Shade shade = shade(appearance);
        String stylesheet = Stylesheets.theme(shade);
        if (!stylesheet.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(stylesheet);
        }
        return shade;
    }

    private static Shade shade(AppearanceViewModel appearance) {
        return switch (appearance.themeProperty().get()) {
            case LIGHT -> Shade.LIGHT;
            case DARK -> Shade.DARK;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK ? Shade.DARK : Shade.LIGHT;
        };
    }
}
