package org.tonari.view.parts;

import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tonari.text.MessageKey;
import org.tonari.viewmodel.pages.Pages;

/// What every page beside the workbench looks like: a title with one sentence, its own controls at the right, the
/// content below, and at the side the explanation of a number once one is asked for.
public final class PageFrame {
    private PageFrame() {}

    /// @param id       how tests and styles call the page
    /// @param words    texts in the language that holds
    /// @param title    what the page is
    /// @param sentence what it answers, in one sentence
    /// @param content  fills the page
    /// @param explanation the panel that explains a number of the page
    /// @param controls at the right of the title
    public static Region build(
            String id,
            Words words,
            MessageKey title,
            ObservableValue<String> sentence,
            Region content,
            TermPanel explanation,
            Node... controls) {
        Label name = words.on(new Label(), title);
        name.getStyleClass().add("page-title");
        name.setMinWidth(Region.USE_PREF_SIZE);
        var saying = new Label();
        saying.textProperty().bind(sentence);
        saying.getStyleClass().add("page-sentence");
        saying.setMinWidth(0);
        saying.setWrapText(true);
        saying.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(saying, Priority.ALWAYS);
        saying.setMaxWidth(Double.MAX_VALUE);
        var head = new HBox(name, saying);
        head.getChildren().addAll(controls);
        for (Node control : controls) {
            // The sentence takes another line before a choice is cut.
            if (control instanceof ComboBoxBase<?> box) {
                box.setMinWidth(Region.USE_PREF_SIZE);
            }
        }
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("page-head");
        name(content, words, title);
        VBox.setVgrow(content, Priority.ALWAYS);
        var column = new VBox(head, content);
        column.getStyleClass().add("page-body");
        var page = new BorderPane(column);
        page.setId(id);
        page.getStyleClass().add("page");
        explanation.openProperty().subscribe(open -> page.setRight(open ? explanation.node() : null));
        return page;
    }

    /// Tables that have no name of their own bear the page's.
    private static void name(Node node, Words words, MessageKey title) {
        if (node instanceof TableView<?> table) {
            if (table.getAccessibleText() == null) {
                table.accessibleTextProperty().bind(words.text(title));
            }
        } else if (node instanceof Pane pane) {
            pane.getChildren().forEach(child -> name(child, words, title));
        }
    }

    /// @return the panel that explains the numbers of the page on screen
    public static TermPanel explanation(Pages pages, Words words, Consumer<String> browser) {
        return new TermPanel(pages.explainedProperty(), words, browser);
    }
}
