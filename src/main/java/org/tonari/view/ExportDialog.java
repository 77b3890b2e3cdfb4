package org.tonari.view;

import java.io.File;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.tonari.export.picture.ComparisonSheet;
import org.tonari.export.picture.ComparisonSheet.Content;
import org.tonari.export.picture.ComparisonSheet.Look;
import org.tonari.export.picture.ComparisonSheet.Shade;
import org.tonari.text.MessageKey;
import org.tonari.text.WindowText;
import org.tonari.view.WorkbenchView.Surroundings;
import org.tonari.view.parts.Segments;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.AppearanceViewModel.Theme;
import org.tonari.viewmodel.ExportViewModel;
import org.tonari.viewmodel.Results;
import org.tonari.viewmodel.Sharing;
import org.tonari.viewmodel.Workbench;

/// Asks how the comparison shall be written, shows what it will be, and asks where.
final class ExportDialog {
    private static final double PREVIEW_WIDTH = 560;

    private final Workbench workbench;
    private final ExportViewModel exports;
    private final Words words;
    private final Surroundings surroundings;
    private final Node owner;
    private final ImageView preview = new ImageView();

    private ExportDialog(Node owner, Workbench workbench, Words words, Surroundings surroundings) {
        this.owner = owner;
        this.workbench = workbench;
        this.exports = workbench.exports();
        this.words = words;
        this.surroundings = surroundings;
    }

    static void show(Node owner, Workbench workbench, Words words, Surroundings surroundings) {
        new ExportDialog(owner, workbench, words, surroundings).open();
    }

    private void open() {
        var dialog = new Dialog<ButtonType>();
        dialog.initOwner(owner.getScene().getWindow());
        dialog.setTitle(words.now().text(WindowText.EXPORT_TITLE));
        var save = new ButtonType(words.now().text(WindowText.EXPORT_SAVE), ButtonBar.ButtonData.OK_DONE);
        var cancel = new ButtonType(words.now().text(WindowText.CANCEL), ButtonBar.ButtonData.CANCEL_CLOSE);
        DialogPane pane = dialog.getDialogPane();
        pane.getButtonTypes().addAll(save, cancel);
        pane.setContent(content());
        pane.setId("export-dialog");
        pane.getStyleClass().add("export-dialog");
        pane.getStylesheets().setAll(owner.getScene().getStylesheets());
        if (owner.getStyleClass().contains("dark")) {
            pane.getStyleClass().add("dark");
        }
        draw();
        dialog.setResultConverter(button -> button);
        dialog.setOnHidden(_ ->
                Optional.ofNullable(dialog.getResult()).filter(save::equals).ifPresent(_ -> choose()));
        dialog.show();
    }

    private VBox content() {
        var formats = Segments.of(
                List.of(Sharing.Kind.values()),
                kind -> words.wording().map(_ -> label(kind)),
                exports.formatProperty().map(Sharing.Format::kind),
                kind -> change(new Sharing.Format(kind, now().scale(), now().theme())));
        formats.setId("export-format");
        var sizes = Segments.of(
                List.of(1, 2, 4),
                scale -> words.wording().map(_ -> scale + "×"),
                exports.formatProperty().map(Sharing.Format::scale),
                scale -> change(new Sharing.Format(now().kind(), scale, now().theme())));
        var themes = Segments.of(
                List.of(Shade.values()),
                shade -> words.text(shade == Shade.DARK ? WindowText.THEME_DARK : WindowText.THEME_LIGHT),
                exports.formatProperty().map(ExportDialog::shade),
                shade -> change(new Sharing.Format(
                        now().kind(), now().scale(), shade == Shade.DARK ? Theme.DARK : Theme.LIGHT)));
        var picture = new VBox(row(WindowText.EXPORT_SIZE, sizes), row(WindowText.EXPORT_THEME, themes), framed());
        picture.getStyleClass().add("rows");
        picture.disableProperty().bind(exports.formatProperty().map(format -> format.kind() != Sharing.Kind.PNG));
        var content = new VBox(row(WindowText.EXPORT_FORMAT, formats), picture);
        content.getStyleClass().add("rows");
        return content;
    }

    private StackPane framed() {
        preview.setFitWidth(PREVIEW_WIDTH);
        preview.setPreserveRatio(true);
        preview.setSmooth(true);
        var frame = new StackPane(preview);
        frame.getStyleClass().add("preview");
        return frame;
    }

    private void draw() {
        Results results = workbench.root().getResults();
        var content = new Content(
                Pictures.of(results), results.comparison().target(), surroundings.version(), surroundings.date());
        preview.setImage(ComparisonSheet.draw(content, new Look(words.now(), shade(now()), 1, family())));
    }

    private String family() {
        return owner.lookup(".section-title") instanceof Labeled title
                ? title.getFont().getFamily()
                : "";
    }

    private static Shade shade(Sharing.Format format) {
        return format.theme() == Theme.DARK ? Shade.DARK : Shade.LIGHT;
    }

    private static String label(Sharing.Kind kind) {
        return switch (kind) {
            case PNG, CSV, JSON, HTML -> kind.name();
            case MARKDOWN -> "Markdown";
        };
    }

    private HBox row(MessageKey name, Node control) {
        Label label = words.on(new Label(), name);
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.getStyleClass().add("row-name");
        var row = new HBox(label, control);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Sharing.Format now() {
        return exports.formatProperty().get();
    }

    private void change(Sharing.Format format) {
        boolean repainted = shade(format) != shade(now());
        exports.formatProperty().set(format);
        if (repainted) {
            draw();
        }
    }

    private void choose() {
        var chooser = new FileChooser();
        chooser.setTitle(words.now().text(WindowText.EXPORT_TITLE));
        chooser.setInitialFileName(exports.suggestedName());
        File file = chooser.showSaveDialog(owner.getScene().getWindow());
        if (file != null) {
            exports.save(file.toPath());
        }
    }
}
