package org.tonari.app;

import java.util.concurrent.Executor;
import javafx.scene.Scene;
import org.tonari.text.Language;
import org.tonari.viewmodel.background.LatestTask;
import org.tonari.viewmodel.background.UiThread;
import org.tonari.viewmodel.window.AppearanceViewModel;

/// Gives the window a font that has its language's signs.
final class WindowLanguage {
    private final Scene scene;
    private final AppearanceViewModel appearance;
    private final String chosen;
    private final LatestTask<String> search;

    WindowLanguage(Scene scene, AppearanceViewModel appearance, String chosen, Executor background, UiThread uiThread) {
        this.scene = scene;
        this.appearance = appearance;
        this.chosen = chosen;
        this.search = new LatestTask<>(background, uiThread);
    }

    void follow() {
        appearance.languageProperty().subscribe(this::find);
    }

    private void find(Language language) {
        search.request(() -> WindowFonts.family(chosen, language), this::apply, _ -> apply(""));
    }

    /// The zoom keeps the root's own style; the family goes on a stylesheet of one line.
    private void apply(String family) {
        scene.getStylesheets().removeIf(sheet -> sheet.startsWith("data:"));
        if (!family.isEmpty()) {
            scene.getStylesheets().add(FontSheet.of(family));
        }
    }
}
