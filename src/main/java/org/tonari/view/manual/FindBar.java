package org.tonari.view.manual;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.tonari.text.ManualText;
import org.tonari.text.MessageKey;
import org.tonari.view.parts.Terms;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.manual.ManualSearch;

/// Looks for words in the document: a field, how many there are, and a way to the next and the one before.
final class FindBar {
    private final ManualSearch search;
    private final Words words;
    private final TextField field = new TextField();

    FindBar(ManualSearch search, Words words) {
        this.search = search;
        this.words = words;
    }

    HBox build() {
        field.setId("manual-find");
        field.promptTextProperty().bind(words.text(ManualText.FIND));
        field.accessibleTextProperty().bind(words.text(ManualText.FIND));
        field.textProperty().bindBidirectional(search.queryProperty());
        field.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER && key.isShiftDown()) {
                search.previous();
                key.consume();
            } else if (key.getCode() == KeyCode.ENTER) {
                search.next();
                key.consume();
            } else if (key.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
                field.clear();
                key.consume();
            }
        });
        var count = new Label();
        count.setId("manual-count");
        count.getStyleClass().add("manual-count");
        count.setMinWidth(Region.USE_PREF_SIZE);
        count.textProperty()
                .bind(Bindings.createStringBinding(
                        this::count,
                        search.hitsProperty(),
                        search.currentProperty(),
                        search.queryProperty(),
                        words.wording()));
        var bar = new HBox(
                field,
                count,
                button("manual-previous", "↑", ManualText.PREVIOUS, search::previous),
                button("manual-next", "↓", ManualText.NEXT, search::next));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("manual-find-bar");
        return bar;
    }

    /// Takes the keyboard, with what was looked for last ready to be replaced.
    void start() {
        field.requestFocus();
        field.selectAll();
    }

    private String count() {
        if (search.queryProperty().get().isBlank()) {
            return "";
        }
        int all = search.hitsProperty().get().size();
        if (all == 0) {
            return words.now().text(ManualText.NOT_FOUND);
        }
        return words.now().text(ManualText.FOUND, search.currentProperty().get() + 1, all);
    }

    private Button button(String id, String sign, MessageKey name, Runnable act) {
        BooleanBinding none =
                Bindings.createBooleanBinding(() -> search.hitsProperty().get().isEmpty(), search.hitsProperty());
        var button = new Button(sign);
        button.setId(id);
        button.getStyleClass().addAll("flat", "icon-button");
        button.accessibleTextProperty().bind(words.text(name));
        Terms.explain(button, words, name);
        button.setOnAction(_ -> act.run());
        button.disableProperty().bind(none);
        return button;
    }
}
