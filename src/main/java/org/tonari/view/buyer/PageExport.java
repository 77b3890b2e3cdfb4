package org.tonari.view.buyer;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import org.tonari.chart.SharpPicture;
import org.tonari.export.FigureTableFile;
import org.tonari.export.FileTarget;
import org.tonari.export.picture.PngImage;
import org.tonari.text.FigureTable;
import org.tonari.text.PageText;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.work.ExportViewModel;

/// The button that writes a page to a file: its table as CSV, Markdown or JSON, or the page as a picture.
final class PageExport {
    private static final double SCALE = 2;

    private final ExportViewModel exports;
    private final Words words;
    private final String name;

    /// What is written: taken on the UI thread, when a file was chosen.
    ///
    /// @param table   the figures
    /// @param title   stands above
    /// @param caption stands below
    record Sheet(FigureTable table, String title, String caption) {}

    private PageExport(ExportViewModel exports, Words words, String name) {
        this.exports = exports;
        this.words = words;
        this.name = name;
    }

    /// @param name    how the file is called, without its ending
    /// @param sheet   what is written
    /// @param picture what a picture shows
    static MenuButton button(
            ExportViewModel exports, Words words, String name, Supplier<Sheet> sheet, Supplier<Region> picture) {
        return new PageExport(exports, words, name).build(sheet, picture);
    }

    private MenuButton build(Supplier<Sheet> sheet, Supplier<Region> picture) {
        MenuButton button = words.on(new MenuButton(), PageText.EXPORT);
        button.setId(name + "-export");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.getItems()
                .addAll(
                        item("CSV", () -> save(button, ".csv", csv(sheet.get()))),
                        item("Markdown", () -> save(button, ".md", markdown(sheet.get()))),
                        item("JSON", () -> save(button, ".json", json(sheet.get()))),
                        item("PNG", () -> save(button, ".png", png(picture.get()))));
        return button;
    }

    private static MenuItem item(String text, Runnable action) {
        var item = new MenuItem(text);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void save(Node owner, String ending, ExportViewModel.Writing writing) {
        var chooser = new FileChooser();
        chooser.setTitle(words.now().text(PageText.EXPORT));
        chooser.setInitialFileName("tonari-" + name + ending);
        File chosen = chooser.showSaveDialog(owner.getScene().getWindow());
        Optional.ofNullable(chosen).map(File::toPath).ifPresent(file -> exports.save(file, writing));
    }

    static ExportViewModel.Writing csv(Sheet sheet) {
        return file -> target(file).writeText(writer -> new FigureTableFile(sheet.table()).csv(writer));
    }

    static ExportViewModel.Writing markdown(Sheet sheet) {
        return file -> target(file)
                .writeText(
                        writer -> new FigureTableFile(sheet.table()).markdown(writer, sheet.title(), sheet.caption()));
    }

    static ExportViewModel.Writing json(Sheet sheet) {
        return file -> target(file)
                .writeText(writer -> new FigureTableFile(sheet.table())
                        .json(writer, Map.of("title", sheet.title(), "caption", sheet.caption())));
    }

    private static ExportViewModel.Writing png(Region page) {
        WritableImage image = SharpPicture.of(page, SCALE);
        return file -> target(file).write(stream -> PngImage.write(image, Map.of("Software", "Tonari"), stream));
    }

    private static FileTarget target(Path file) {
        return new FileTarget(file);
    }
}
