package org.tonari.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import org.tonari.export.picture.PngImage;
import org.tonari.text.Language;
import org.tonari.view.Stylesheets;
import org.tonari.viewmodel.pages.Page;
import org.tonari.viewmodel.window.AppearanceViewModel;
import org.tonari.viewmodel.window.AppearanceViewModel.Theme;

/// Takes the window's pictures without a display: one for each theme and language.
///
/// ```sh
/// mvn -Ppictures
/// ```
public final class WindowPictures {
    private static final int WIDTH = 1_280;
    private static final int HEIGHT = 800;
    private static final double SCALE = 1.5;

    private record Picture(String name, Theme theme, Language language, Page page) {
        Picture(String name, Theme theme, Language language) {
            this(name, theme, language, Page.WORKBENCH);
        }
    }

    private static final List<Picture> PICTURES = List.of(
            new Picture("workbench-light", Theme.LIGHT, Language.ENGLISH),
            new Picture("workbench-dark", Theme.DARK, Language.ENGLISH),
            new Picture("workbench-ja", Theme.LIGHT, Language.JAPANESE),
            new Picture("workbench-zh", Theme.LIGHT, Language.SIMPLIFIED_CHINESE),
            new Picture("workbench-zh-TW", Theme.LIGHT, Language.TRADITIONAL_CHINESE),
            new Picture("software-light", Theme.LIGHT, Language.ENGLISH, Page.COMPATIBILITY),
            new Picture("reach-light", Theme.LIGHT, Language.ENGLISH, Page.REACH),
            new Picture("reach-dark-ja", Theme.DARK, Language.JAPANESE, Page.REACH),
            new Picture("cost-light", Theme.LIGHT, Language.ENGLISH, Page.COST),
            new Picture("cost-dark-ja", Theme.DARK, Language.JAPANESE, Page.COST),
            new Picture("advice-light", Theme.LIGHT, Language.ENGLISH, Page.ADVICE),
            new Picture("advice-ja", Theme.LIGHT, Language.JAPANESE, Page.ADVICE),
            new Picture("advice-zh", Theme.LIGHT, Language.SIMPLIFIED_CHINESE, Page.ADVICE),
            new Picture("advice-zh-TW", Theme.LIGHT, Language.TRADITIONAL_CHINESE, Page.ADVICE),
            new Picture("claims-light", Theme.LIGHT, Language.ENGLISH, Page.CLAIMS),
            new Picture("claims-ja", Theme.LIGHT, Language.JAPANESE, Page.CLAIMS),
            new Picture("claims-zh", Theme.LIGHT, Language.SIMPLIFIED_CHINESE, Page.CLAIMS),
            new Picture("claims-zh-TW", Theme.LIGHT, Language.TRADITIONAL_CHINESE, Page.CLAIMS));

    private WindowPictures() {}

    /// @param arguments the folder for the pictures
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        var started = new CompletableFuture<Void>();
        Platform.startup(() -> started.complete(null));
        started.get();
        Platform.setImplicitExit(false);
        try {
            for (Picture picture : PICTURES) {
                write(take(picture), folder.resolve(picture.name() + ".png"));
            }
        } finally {
            Platform.exit();
        }
    }

    private static WritableImage take(Picture picture) throws InterruptedException, ExecutionException {
        String family = WindowFonts.family("", picture.language());
        var image = new CompletableFuture<WritableImage>();
        Platform.runLater(() -> {
            try {
                Window window = open(picture, family);
                Frames.after(3, () -> {
                    image.complete(snapshot(window.scene()));
                    window.stage().close();
                });
            } catch (Throwable failure) {
                image.completeExceptionally(failure);
            }
        });
        return image.get();
    }

    private record Window(Stage stage, Scene scene) {}

    private static Window open(Picture picture, String family) {
        var appearance = new AppearanceViewModel();
        appearance.languageProperty().set(picture.language());
        appearance.themeProperty().set(picture.theme());
        appearance.zoomProperty().set(SCALE);
        var window = new TestWindow(Composition.shipped(), appearance);
        Scene scene = window.scene(WIDTH * SCALE, HEIGHT * SCALE);
        window.workbench.pages().shownProperty().set(picture.page());
        if (!family.isEmpty()) {
            scene.getStylesheets().add(FontSheet.of(family));
        }
        Stylesheets.shade(scene, picture.theme() == Theme.DARK ? Stylesheets.Shade.DARK : Stylesheets.Shade.LIGHT);
        var stage = new Stage();
        stage.setScene(scene);
        stage.show();
        return new Window(stage, scene);
    }

    private static WritableImage snapshot(Scene scene) {
        return scene.getRoot().snapshot(null, new WritableImage((int) (WIDTH * SCALE), (int) (HEIGHT * SCALE)));
    }

    static void write(WritableImage image, Path file) throws IOException {
        try (var stream = Files.newOutputStream(file)) {
            PngImage.write(image, Map.of(), stream);
        }
    }
}
