package org.tonari.app;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Scale;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.tonari.app.StateGallery.Staged;
import org.tonari.text.Language;
import org.tonari.view.Stylesheets;
import org.tonari.viewmodel.pages.Page;
import org.tonari.viewmodel.window.AppearanceViewModel;
import org.tonari.viewmodel.window.AppearanceViewModel.Theme;

/// Writes every page, state and dialog in every language, theme and scale to a folder, and says which texts cannot be
/// read whole.
///
/// ```sh
/// mvn -Pgallery -Dgallery.scales=1,1.25,1.5,2
/// mvn -Pgallery -Dgallery.pages=cost,reach -Dgallery.languages=en,ja
/// mvn -Pgallery -Dgallery.pages=dialogs,states -Dgallery.languages=zh-CN
/// mvn -Pgallery -Dgallery.pages=workbench -Dgallery.size=960x640 "-Dgallery.font=DejaVu Sans"
/// mvn -Pgallery -Dgallery.pages=all -Dgallery.languages=en -Dgallery.themes=light -Dgallery.zoom=2
/// ```
public final class Gallery {
    private static final int SETTLING_FRAMES = 8;

    private final Path folder;
    private final List<Double> scales;
    private final Size size;
    private final String font;
    private final double zoom;
    private final List<String> faults = new ArrayList<>();

    private record Size(int width, int height) {
        static Size of(String text) {
            String[] both = text.split("x");
            return new Size(Integer.parseInt(both[0]), Integer.parseInt(both[1]));
        }
    }

    /// What is drawn, by name.
    private record Shown(String name, Consumer<Staged> set) {}

    private Gallery(Path folder, List<Double> scales, Size size, String font, double zoom) {
        this.folder = folder;
        this.scales = scales;
        this.size = size;
        this.font = font;
        this.zoom = zoom;
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

    /// @param arguments the folder; then scales, pages and language tags, each with commas between them or `all`; the
    ///     window's size; a font family or `auto`; the zoom of the type; the
    ///     themes
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        List<Double> scales =
                Arrays.stream(arguments[1].split(",")).map(Double::valueOf).toList();
        var started = new CompletableFuture<Void>();
        Platform.startup(() -> started.complete(null));
        started.get();
        Platform.setImplicitExit(false);
        try {
            String font = arguments[5].equals("auto") ? "" : arguments[5];
            new Gallery(folder, scales, Size.of(arguments[4]), font, Double.parseDouble(arguments[6]))
                    .takeAll(
                            named(
                                    Language.values(),
                                    arguments[3],
                                    language -> language.locale().toLanguageTag()),
                            named(new Theme[] {Theme.LIGHT, Theme.DARK}, arguments[7], Gallery::word),
                            shown(arguments[2]),
                            dialogs(arguments[2]));
        } finally {
            Platform.exit();
        }
    }

    private static List<Shown> shown(String wanted) {
        List<String> names = List.of(wanted.split(","));
        Stream<Shown> pages = named(Page.values(), wanted, Gallery::word).stream()
                .map(page -> new Shown(
                        word(page), at -> at.desk().pages().shownProperty().set(page)));
        Stream<Shown> states = StateGallery.all().stream()
                .filter(one -> wanted.equals("all") || names.contains("states") || names.contains(one.name()))
                .map(one -> new Shown(one.name(), one.set()));
        return Stream.concat(pages, states).toList();
    }

    /// Dialogs are asked for by their names among the pages, or all of them by `dialogs`.
    private static List<DialogGallery.Shown> dialogs(String wanted) {
        List<String> names = List.of(wanted.split(","));
        return DialogGallery.all().stream()
                .filter(one -> wanted.equals("all") || names.contains("dialogs") || names.contains(one.name()))
                .toList();
    }

    private void takeAll(
            List<Language> languages, List<Theme> themes, List<Shown> pages, List<DialogGallery.Shown> dialogs)
            throws Exception {
        for (Language language : languages) {
            String family = WindowFonts.family(font, language);
            for (Theme theme : themes) {
                for (Shown page : pages) {
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

    private void take(Language language, String family, Theme theme, Shown page) throws Exception {
        AppearanceViewModel appearance = appearance(language, theme);
        Scene scene = onStage(() -> {
            var window = new TestWindow(Composition.shipped(), appearance);
            Scene opened = open(window, appearance, family).getScene();
            opened.getRoot().applyCss();
            opened.getRoot().layout();
            page.set().accept(Staged.of(opened, window.workbench));
            return opened;
        });
        settle();
        String name = page.name() + "-" + language.locale().toLanguageTag() + "-" + word(theme);
        for (double scale : scales) {
            draw(scene.getWindow(), scale);
            write(onStage(() -> snapshot(scene, scale)), folder.resolve(name + "-" + scale + "x.png"));
        }
        onStage(() -> {
                    List<String> found = InkCheck.of(scene);
                    scene.getWindow().hide();
                    return found;
                })
                .forEach(fault -> faults.add(name + ": " + fault));
    }

    private void take(Language language, String family, Theme theme, DialogGallery.Shown dialog) throws Exception {
        AppearanceViewModel appearance = appearance(language, theme);
        Stage stage = onStage(() -> {
            var window = new TestWindow(Composition.shipped(), appearance);
            Stage opened = open(window, appearance, family);
            dialog.open().accept(opened.getScene().getRoot(), window.workbench);
            return opened;
        });
        settle();
        String name = dialog.name() + "-" + language.locale().toLanguageTag() + "-" + word(theme);
        Scene scene = onStage(DialogGallery::opened);
        for (double scale : scales) {
            draw(scene.getWindow(), scale);
            write(onStage(() -> dialog(scene, scale)), folder.resolve(name + "-" + scale + "x.png"));
        }
        onStage(() -> {
                    List<String> found = InkCheck.of(scene);
                    scene.getWindow().hide();
                    stage.hide();
                    return found;
                })
                .forEach(fault -> faults.add(name + ": " + fault));
    }

    private AppearanceViewModel appearance(Language language, Theme theme) {
        var appearance = new AppearanceViewModel();
        appearance.languageProperty().set(language);
        appearance.themeProperty().set(theme);
        appearance.zoomProperty().set(zoom);
        return appearance;
    }

    private static <T> T onStage(Callable<T> act) throws Exception {
        var done = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                done.complete(act.call());
            } catch (Throwable failure) {
                done.completeExceptionally(failure);
            }
        });
        return done.get();
    }

    /// As on a screen of that scale: everything stands on its pixels.
    private static void draw(Window window, double scale) throws Exception {
        if (window.getRenderScaleX() == scale) {
            return;
        }
        onStage(() -> {
            window.setRenderScaleX(scale);
            window.setRenderScaleY(scale);
            layAllOutAnew(window.getScene().getRoot());
            return window;
        });
        settle();
    }

    static void layAllOutAnew(Node node) {
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(Gallery::layAllOutAnew);
            parent.requestLayout();
        }
    }

    private static void settle() throws Exception {
        var done = new CompletableFuture<Void>();
        Platform.runLater(() -> Frames.after(SETTLING_FRAMES, () -> done.complete(null)));
        done.get();
    }

    private Stage open(TestWindow window, AppearanceViewModel appearance, String family) {
        Scene scene = window.scene(size.width(), size.height());
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

    private static WritableImage dialog(Scene scene, double scale) {
        var parameters = new SnapshotParameters();
        parameters.setTransform(new Scale(scale, scale));
        return scene.getRoot().snapshot(parameters, null);
    }

    private WritableImage snapshot(Scene scene, double scale) {
        var parameters = new SnapshotParameters();
        parameters.setTransform(new Scale(scale, scale));
        return scene.getRoot()
                .snapshot(parameters, new WritableImage((int) (size.width() * scale), (int) (size.height() * scale)));
    }

    static void write(WritableImage image, Path file) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] row = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), row, 0, width);
        var pixels = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        pixels.setRGB(0, 0, width, height, row, 0, width);
        ImageIO.write(pixels, "png", file.toFile());
    }
}
