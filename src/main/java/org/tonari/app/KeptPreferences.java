package org.tonari.app;

import java.io.IOException;
import java.util.List;
import javafx.stage.Stage;
import org.tonari.viewmodel.window.AppearanceViewModel;

/// Preferences as they stand while the window is open, to be written by whatever thread ends it.
final class KeptPreferences {
    private final PreferencesFile file;
    private final AppearanceViewModel appearance;
    private volatile Preferences newest;

    /// @param before what the last run left
    KeptPreferences(PreferencesFile file, Preferences before) {
        this.file = file;
        this.newest = before;
        this.appearance = appearance(before);
    }

    /// @return the preferences that can be changed while the window is open
    AppearanceViewModel appearance() {
        return appearance;
    }

    private static AppearanceViewModel appearance(Preferences preferences) {
        var appearance = new AppearanceViewModel();
        appearance.languageProperty().set(preferences.language());
        appearance.themeProperty().set(preferences.theme());
        appearance.byteUnitProperty().set(preferences.byteUnit());
        appearance.zoomProperty().set(preferences.zoom());
        appearance.runtimeProperty().set(preferences.runtime());
        appearance.pricesProperty().set(preferences.prices());
        appearance.yenPerDollarProperty().set(preferences.yenPerDollar());
        return appearance;
    }

    /// Notes what changes from now on. UI thread only.
    ///
    /// @param place where the window stands; it hears of a change before this does
    void follow(Stage stage, WindowPlace place) {
        List.of(
                        appearance.languageProperty(),
                        appearance.themeProperty(),
                        appearance.byteUnitProperty(),
                        appearance.zoomProperty(),
                        appearance.runtimeProperty(),
                        appearance.pricesProperty(),
                        appearance.yenPerDollarProperty(),
                        stage.xProperty(),
                        stage.yProperty(),
                        stage.widthProperty(),
                        stage.heightProperty(),
                        stage.maximizedProperty())
                .forEach(value -> value.subscribe(() -> note(place)));
        note(place);
    }

    private void note(WindowPlace place) {
        newest = new Preferences(
                appearance.languageProperty().get(),
                appearance.themeProperty().get(),
                appearance.byteUnitProperty().get(),
                appearance.zoomProperty().get(),
                newest.font(),
                appearance.runtimeProperty().get(),
                appearance.pricesProperty().get(),
                appearance.yenPerDollarProperty().get(),
                place.now());
    }

    /// Writes them.
    void write() {
        try {
            file.write(newest);
        } catch (IOException unwritable) {
            System.getLogger("org.tonari")
                    .log(System.Logger.Level.WARNING, "preferences were not kept: " + unwritable.getMessage());
        }
    }
}
