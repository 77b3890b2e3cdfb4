package org.tonari.app;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Scale;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.tonari.text.Language;
import org.tonari.view.Stylesheets;
import org.tonari.viewmodel.AppearanceViewModel;
import org.tonari.viewmodel.AppearanceViewModel.Theme;
import org.tonari.viewmodel.Page;

/// Writes every page in every language, theme and scale to a folder, and says which texts cannot be read whole.
///
/// ```sh
/// mvn -Pgallery -Dgallery.scales=1,1.25,1.5,2
/// mvn -Pgallery -Dgallery.pages=cost,reach -Dgallery.languages=en,ja
/// mvn -Pgallery -Dgallery.pages=dialogs -Dgallery.languages=zh-CN
/// ```
public final class Gallery {
    private static final int WIDTH = 1_280;
    private static final int HEIGHT = 800;
    private static final int SETTLING_FRAMES = 8;

    private final Path folder;
    private final List<Double> scales;
    private final List<Page> pages;
    private final List<Language> languages;
    private final List<DialogGallery.Shown> dialogs;
    private final List<String> faults = new ArrayList<>();

    private Gallery(
            Path folder,
            List<Double> scales,
            List<Page> pages,
            List<Language> languages,
            List<DialogGallery.Shown> dialogs) {
        this.dialogs = dialogs;
        this.folder = folder;
        this.scales = scales;
        this.pages = pages;
        this.languages = languages;
    }

    private static <T> List<T> named(T[] all, String wanted, Function<T, String> name) {
        List<String> names = List.of(wanted.split(","));
        return Arrays.stream(all)
                .filter(one -> wanted.equals("all") || names.contains(name.apply(one)))
                .toList();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// @param arguments the folder; then scales, pages and language tags, each with commas between them or `all`
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        List<Double> scales =
                Arrays.stream(arguments[1].split(",")).map(Double::valueOf).toList();
        var started = new CompletableFuture<Void>();
        Platform.startup(() -> started.complete(null));
        started.get();
        Platform.setImplicitExit(false);
        try {
            new Gallery(
                            folder,
                            scales,
                            named(Page.values(), arguments[2], Gallery::word),
                            named(
                                    Language.values(),
                                    arguments[3],
                                    language -> language.locale().toLanguageTag()),
                            dialogs(arguments[2]))
                    .takeAll();
        } finally {
            Platform.exit();
        }
    }

    /// Dialogs are asked for by their names among the pages, or all of them by `dialogs`.
    private static List<DialogGallery.Shown> dialogs(String wanted) {
        List<String> names = List.of(wanted.split(","));
        return DialogGallery.all().stream()
                .filter(one -> wanted.equals("all") || names.contains("dialogs") || names.contains(one.name()))
                .toList();
    }

    private void takeAll() throws Exception {
        for (Language language : languages) {
            String family = WindowFonts.family("", language);
            for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
                for (Page page : pages) {
                    take(language, family, theme, page);
                }
                for (DialogGallery.Shown dialog : dialogs) {
                    take(language, family, theme, dialog);
                }
            }
        }
        faults.forEach(System.out::println);
        System.out.println(faults.size() + " faults");
    }

    private void take(Language language, String family, Theme theme, Page page) throws Exception {
        var appearance = new AppearanceViewModel();
        appearance.languageProperty().set(language);
        appearance.themeProperty().set(theme);
        var stage = new CompletableFuture<Stage>();
        Platform.runLater(() -> stage.complete(open(appearance, family, page)));
        var done = new CompletableFuture<Void>();
        Platform.runLater(() -> Frames.after(SETTLING_FRAMES, () -> done.complete(null)));
        done.get();
        String name = word(page) + "-" + language.locale().toLanguageTag() + "-" + word(theme);
        for (double scale : scales) {
            var image = new CompletableFuture<WritableImage>();
            Scene scene = stage.get().getScene();
            Platform.runLater(() -> image.complete(snapshot(scene, scale)));
            write(image.get(), folder.resolve(name + "-" + scale + "x.png"));
        }
        var checked = new CompletableFuture<List<String>>();
        Scene scene = stage.get().getScene();
        Platform.runLater(() -> {
            checked.complete(InkCheck.of(scene));
            scene.getWindow().hide();
        });
        checked.get().forEach(fault -> faults.add(name + ": " + fault));
    }

    private void take(Language language, String family, Theme theme, DialogGallery.Shown dialog) throws Exception {
        var appearance = new AppearanceViewModel();
        appearance.languageProperty().set(language);
        appearance.themeProperty().set(theme);
        var opened = new CompletableFuture<Stage>();
        Platform.runLater(() -> {
            var window = new TestWindow(Composition.shipped(), appearance);
            Stage stage = open(window, appearance, family);
            dialog.open().accept(stage.getScene().getRoot(), window.workbench);
            opened.complete(stage);
        });
        Stage stage = opened.get();
        var done = new CompletableFuture<Void>();
        Platform.runLater(() -> Frames.after(SETTLING_FRAMES, () -> done.complete(null)));
        done.get();
        String name = dialog.name() + "-" + language.locale().toLanguageTag() + "-" + word(theme);
        var image = new CompletableFuture<WritableImage>();
        var checked = new CompletableFuture<List<String>>();
        Platform.runLater(() -> {
            Scene scene = DialogGallery.opened();
            image.complete(scene.getRoot().snapshot(new SnapshotParameters(), null));
            checked.complete(InkCheck.of(scene));
            scene.getWindow().hide();
            stage.hide();
        });
        write(image.get(), folder.resolve(name + "-1.0x.png"));
        checked.get().forEach(fault -> faults.add(name + ": " + fault));
    }

    private static Stage open(AppearanceViewModel appearance, String family, Page page) {
        var window = new TestWindow(Composition.shipped(), appearance);
        Stage stage = open(window, appearance, family);
        window.workbench.pages().shownProperty().set(page);
        return stage;
    }

    private static Stage open(TestWindow window, AppearanceViewModel appearance, String family) {
        Scene scene = window.scene(WIDTH, HEIGHT);
        if (!family.isEmpty()) {
            scene.getStylesheets().add(FontSheet.of(family));
        }
        Stylesheets.shade(
                scene,
                appearance.themeProperty().get() == Theme.DARK ? Stylesheets.Shade.DARK : Stylesheets.Shade.LIGHT);
        var stage = new Stage();
        stage.setScene(scene);
        stage.show();
        return stage;
    }

    private static WritableImage snapshot(Scene scene, double scale) {
        var parameters = new SnapshotParameters();
        parameters.setTransform(new Scale(scale, scale));
        return scene.getRoot().snapshot(parameters, new WritableImage((int) (WIDTH * scale), (int) (HEIGHT * scale)));
    }

    static void write(WritableImage image, Path file) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] row = new int[width * height];
        image.getPixelReader()
                .getPixels(0, 0, width, height, javafx.scene.image.PixelFormat.getIntArgbInstance(), row, 0, width);
        var pixels = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        pixels.setRGB(0, 0, width, height, row, 0, width);
        ImageIO.write(pixels, "png", file.toFile());
    }
}
