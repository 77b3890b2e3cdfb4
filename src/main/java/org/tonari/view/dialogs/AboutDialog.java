package org.tonari.view.dialogs;

import java.util.List;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;
import org.tonari.text.HelpText;
import org.tonari.text.MessageKey;
import org.tonari.text.WindowText;
import org.tonari.view.parts.Dialogs;
import org.tonari.view.parts.Scrolls;
import org.tonari.view.parts.Surroundings;
import org.tonari.view.parts.Words;

/// Which Tonari this is, what it runs on, and what it is built with under which licences.
public final class AboutDialog {
    private static final double ROWS_EM = 18;

    private final Words words;
    private final Surroundings surroundings;

    private AboutDialog(Words words, Surroundings surroundings) {
        this.words = words;
        this.surroundings = surroundings;
    }

    /// Opens the dialog, or brings it forward.
    ///
    /// @param owner        the window
    /// @param surroundings open addresses and know the version
    public static void show(Window owner, Words words, Surroundings surroundings) {
        if (!Dialogs.raised(owner, "about-dialog")) {
            new AboutDialog(words, surroundings).open(owner);
        }
    }

    private void open(Window owner) {
        var dialog = new Dialog<ButtonType>();
        dialog.initOwner(owner);
        dialog.initModality(Modality.NONE);
        dialog.titleProperty().bind(words.text(WindowText.ABOUT));
        DialogPane pane = dialog.getDialogPane();
        pane.setId("about-dialog");
        Dialogs.closing(pane, words);
        pane.setContent(content());
        Dialogs.dress(pane, owner);
        dialog.show();
    }

    private VBox content() {
        var product = new Label();
        product.textProperty().bind(words.text(WindowText.ABOUT_TEXT, surroundings.version()));
        product.getStyleClass().add("about-product");
        var versions = new Label();
        versions.textProperty()
                .bind(words.text(
                        HelpText.ABOUT_VERSIONS,
                        System.getProperty("java.runtime.version", "?"),
                        System.getProperty("javafx.runtime.version", "?"),
                        System.getProperty("os.name", "?") + " " + System.getProperty("os.arch", "")));
        Label built = words.on(new Label(), HelpText.ABOUT_BUILT_WITH);
        built.getStyleClass().add("section-title");
        var rows = Scrolls.of(libraries(Libraries.inUse()));
        rows.setFitToWidth(true);
        rows.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        rows.setStyle("-fx-pref-height: " + ROWS_EM + "em");
        var content = new VBox(product, versions, built, rows);
        content.getStyleClass().addAll("rows", "about");
        return content;
    }

    private GridPane libraries(List<Libraries.Library> libraries) {
        var grid = new GridPane();
        grid.getStyleClass().add("keys");
        grid.addRow(0, head(HelpText.ABOUT_LIBRARY), head(HelpText.ABOUT_VERSION), head(HelpText.ABOUT_LICENCE));
        for (int i = 0; i < libraries.size(); i++) {
            Libraries.Library library = libraries.get(i);
            var name = new Hyperlink(library.name());
            name.setMinWidth(Region.USE_PREF_SIZE);
            name.setOnAction(_ -> surroundings.browser().accept(library.address()));
            grid.addRow(i + 1, name, plain(library.version()), plain(library.licence()));
        }
        return grid;
    }

    private Label head(MessageKey text) {
        Label head = words.on(new Label(), text);
        head.getStyleClass().add("column-head");
        return head;
    }

    private static Label plain(String text) {
        var label = new Label(text);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
