package org.tonari.app;

import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import org.tonari.view.Stylesheets;
import org.tonari.view.Stylesheets.Shade;
import org.tonari.view.parts.Followed;
import org.tonari.viewmodel.window.AppearanceViewModel;

/// Keeps the window in the theme that was chosen, or in the system's.
final class WindowTheme {
    private final Scene scene;
    private final AppearanceViewModel appearance;
    private final ObservableValue<ColorScheme> system;

    WindowTheme(Scene scene, AppearanceViewModel appearance) {
        this(scene, appearance, Platform.getPreferences().colorSchemeProperty());
    }

    /// @param system what the operating system is set to, as it changes
    WindowTheme(Scene scene, AppearanceViewModel appearance, ObservableValue<ColorScheme> system) {
        this.scene = scene;
        this.appearance = appearance;
        this.system = system;
    }

    void follow() {
        appearance.themeProperty().subscribe(_ -> apply());
        // The system's setting outlives every window, and would keep each that ever followed it.
        Followed.by(scene.getRoot(), system).subscribe(_ -> apply());
    }

    private void apply() {
        Stylesheets.shade(scene, wear(appearance, system.getValue()));
    }

    /// Dresses the controls of all windows.
    ///
    /// @return in which shade
    static Shade wear(AppearanceViewModel appearance) {
        return wear(appearance, Platform.getPreferences().getColorScheme());
    }

    private static Shade wear(AppearanceViewModel appearance, ColorScheme system) {
        Shade shade = shade(appearance, system);
        String stylesheet = Stylesheets.theme(shade);
        if (!stylesheet.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(stylesheet);
        }
        return shade;
    }

    private static Shade shade(AppearanceViewModel appearance, ColorScheme system) {
        return switch (appearance.themeProperty().get()) {
            case LIGHT -> Shade.LIGHT;
            case DARK -> Shade.DARK;
            case SYSTEM -> system == ColorScheme.DARK ? Shade.DARK : Shade.LIGHT;
        };
    }
}
