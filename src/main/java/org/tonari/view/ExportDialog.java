package org.tonari.view;

import java.io.File;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.tonari.text.MessageKey;
import org.tonari.text.WindowText;
import org.tonari.viewmodel.AppearanceViewModel.Theme;
import org.tonari.viewmodel.ExportViewModel;
import org.tonari.viewmodel.Sharing;
import org.tonari.viewmodel.Workbench;

/// Asks how the comparison shall be written, and where.
final class ExportDialog {
    private final ExportViewModel exports;
    private final Words words;

    private ExportDialog(Workbench workbench, Words words) {
        this.exports = workbench.exports();
        this.words = words;
    }

    static void show(Node owner, Workbench workbench, Words words) {
        new ExportDialog(workbench, words).open(owner);
    }

    private void open(Node owner) {
        var dialog = new Dialog<ButtonType>();
        dialog.initOwner(owner.getScene().getWindow());
        dialog.setTitle(words.now().text(WindowText.EXPORT_TITLE));
        var save = new ButtonType(words.now().text(WindowText.EXPORT_SAVE), ButtonBar.ButtonData.OK_DONE);
        var cancel = new ButtonType(words.now().text(WindowText.CANCEL), ButtonBar.ButtonData.CANCEL_CLOSE);
        dialog.getDialogPane().getButtonTypes().addAll(save, cancel);
        dialog.getDialogPane().setContent(content());
        dialog.getDialogPane().getStyleClass().add("export-dialog");
        dialog.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        dialog.showAndWait().filter(save::equals).ifPresent(_ -> choose(owner));
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
                List.of(Theme.LIGHT, Theme.DARK),
                theme -> words.text(theme == Theme.DARK ? WindowText.THEME_DARK : WindowText.THEME_LIGHT),
                exports.formatProperty().map(format -> format.theme() == Theme.DARK ? Theme.DARK : Theme.LIGHT),
                theme -> change(new Sharing.Format(now().kind(), now().scale(), theme)));
        var picture = new VBox(row(WindowText.EXPORT_SIZE, sizes), row(WindowText.EXPORT_THEME, themes));
        picture.getStyleClass().add("rows");
        picture.disableProperty().bind(exports.formatProperty().map(format -> format.kind() != Sharing.Kind.PNG));
        var content = new VBox(row(WindowText.EXPORT_FORMAT, formats), picture);
        content.getStyleClass().add("rows");
        return content;
    }

    private static String label(Sharing.Kind kind) {
        return kind == Sharing.Kind.MARKDOWN ? "Markdown" : kind.name();
    }

    private HBox row(MessageKey name, Node control) {
        Label label = words.on(new Label(), name);
        label.setMinWidth(96);
        var row = new HBox(label, control);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Sharing.Format now() {
        return exports.formatProperty().get();
    }

    private void change(Sharing.Format format) {
        exports.formatProperty().set(format);
    }

    private void choose(Node owner) {
        var chooser = new FileChooser();
        chooser.setTitle(words.now().text(WindowText.EXPORT_TITLE));
        chooser.setInitialFileName(exports.suggestedName());
        File file = chooser.showSaveDialog(owner.getScene().getWindow());
        if (file != null) {
            exports.save(file.toPath());
        }
    }
}
