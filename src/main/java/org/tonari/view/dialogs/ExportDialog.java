package org.tonari.view.dialogs;

import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.tonari.export.picture.ComparisonSheet;
import org.tonari.export.picture.ComparisonSheet.Content;
import org.tonari.export.picture.ComparisonSheet.Extent;
import org.tonari.export.picture.ComparisonSheet.Look;
import org.tonari.export.picture.ComparisonSheet.Shade;
import org.tonari.text.CommonText;
import org.tonari.text.HelpText;
import org.tonari.text.MessageKey;
import org.tonari.text.WindowText;
import org.tonari.view.parts.Dialogs;
import org.tonari.view.parts.Followed;
import org.tonari.view.parts.OnScreen;
import org.tonari.view.parts.Pictures;
import org.tonari.view.parts.Segments;
import org.tonari.view.parts.Surroundings;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.Workbench;
import org.tonari.viewmodel.desk.Results;
import org.tonari.viewmodel.window.AppearanceViewModel.Theme;
import org.tonari.viewmodel.work.ExportViewModel;
import org.tonari.viewmodel.work.Sharing;

/// Asks how the comparison shall be written, shows what it will be, and asks where.
public final class ExportDialog {
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

    /// Opens the dialog.
    ///
    /// @param owner        in the window
    /// @param surroundings know what captions say
    public static void show(Node owner, Workbench workbench, Words words, Surroundings surroundings) {
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
        Dialogs.dress(pane, owner.getScene().getWindow());
        pane.getStyleClass().add("export-dialog");
        draw();
        exports.preview();
        dialog.setResultConverter(button -> button);
        dialog.setOnHidden(_ ->
                Optional.ofNullable(dialog.getResult()).filter(save::equals).ifPresent(_ -> choose()));
        OnScreen.keep(pane.getScene().getWindow());
        dialog.show();
    }

    private VBox content() {
        var formats = Segments.of(
                List.of(Sharing.Kind.values()),
                kind -> kind == Sharing.Kind.HTML ? words.text(HelpText.REPORT_NAME) : words.map(_ -> label(kind)),
                Followed.mapped(exports.formatProperty(), Sharing.Format::kind),
                kind -> change(now().withKind(kind)));
        formats.setId("export-format");
        var content = new VBox(row(WindowText.EXPORT_FORMAT, formats), picture(), page(), text());
        content.getStyleClass().add("rows");
        return content;
    }

    private VBox picture() {
        var extents = Segments.of(
                List.of(Sharing.Extent.values()),
                extent -> words.text(name(extent)),
                Followed.mapped(exports.formatProperty(), Sharing.Format::extent),
                extent -> change(now().withExtent(extent)));
        extents.setId("export-extent");
        var sizes = Segments.of(
                List.of(1, 2, 4),
                scale -> words.map(_ -> scale + "×"),
                Followed.mapped(exports.formatProperty(), Sharing.Format::scale),
                scale -> change(now().withScale(scale)));
        var themes = Segments.of(
                List.of(Shade.values()),
                shade -> words.text(shade == Shade.DARK ? WindowText.THEME_DARK : WindowText.THEME_LIGHT),
                Followed.mapped(exports.formatProperty(), ExportDialog::shade),
                shade -> change(now().withTheme(shade == Shade.DARK ? Theme.DARK : Theme.LIGHT)));
        var picture = new VBox(
                row(HelpText.EXPORT_EXTENT, extents),
                row(WindowText.EXPORT_SIZE, sizes),
                row(WindowText.EXPORT_THEME, themes),
                framed());
        picture.getStyleClass().add("rows");
        return shownFor(picture, kind -> kind == Sharing.Kind.PNG);
    }

    /// A report is looked at where it will be read.
    private VBox page() {
        Label says = words.on(new Label(), HelpText.REPORT_SAYS);
        says.setWrapText(true);
        Button look = words.on(new Button(), HelpText.REPORT_LOOK);
        look.setId("export-look");
        look.setOnAction(_ ->
                exports.look(file -> surroundings.browser().accept(file.toUri().toString())));
        var page = new VBox(says, look);
        page.getStyleClass().add("rows");
        return shownFor(page, kind -> kind == Sharing.Kind.HTML);
    }

    private TextArea text() {
        var text = new TextArea();
        text.setId("export-text");
        text.setEditable(false);
        text.getStyleClass().add("export-text");
        // A bound text field is kept by what it is bound to, unlike any other control.
        Followed.by(text, exports.previewProperty()).subscribe(shown -> text.setText(shown));
        text.accessibleTextProperty().bind(words.text(WindowText.EXPORT_FORMAT));
        return shownFor(text, Sharing.Kind::isPlainText);
    }

    private <N extends Node> N shownFor(N node, Predicate<Sharing.Kind> kinds) {
        node.visibleProperty().bind(Followed.mapped(exports.formatProperty(), format -> kinds.test(format.kind())));
        node.managedProperty().bind(node.visibleProperty());
        return node;
    }

    private static MessageKey name(Sharing.Extent extent) {
        return switch (extent) {
            case SHEET -> HelpText.EXTENT_SHEET;
            case MEMORY -> CommonText.MEMORY;
            case SPEED -> CommonText.SPEED;
        };
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
        preview.setImage(ComparisonSheet.draw(content, new Look(words.now(), shade(now()), 1, family(), extent())));
    }

    private Extent extent() {
        return switch (now().extent()) {
            case SHEET -> Extent.SHEET;
            case MEMORY -> Extent.MEMORY;
            case SPEED -> Extent.SPEED;
        };
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
        boolean repainted = shade(format) != shade(now()) || format.extent() != now().extent();
        exports.formatProperty().set(format);
        exports.preview();
        if (repainted) {
            draw();
        }
        fit();
    }

    /// A dialog grows and shrinks with what it shows.
    private void fit() {
        if (preview.getScene() != null) {
            preview.getScene().getWindow().sizeToScene();
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
