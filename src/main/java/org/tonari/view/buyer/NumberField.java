package org.tonari.view.buyer;

import java.text.Normalizer;
import java.util.function.DoubleConsumer;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.tonari.text.MessageKey;
import org.tonari.text.PageText;
import org.tonari.view.parts.Hint;
import org.tonari.view.parts.Words;

/// A named box for one number, which may have decimals: taken on Enter or when the focus leaves. What cannot be taken
/// stays, marked, and is said. An empty box is 0. Full-width digits count as plain ones.
final class NumberField {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final TextField field = new TextField();
    private final ObservableValue<Double> value;
    private final DoubleConsumer take;
    private final Words words;

    private NumberField(ObservableValue<Double> value, DoubleConsumer take, Words words) {
        this.value = value;
        this.take = take;
        this.words = words;
    }

    /// @param id    how tests and styles call the box
    /// @param name  stands before it
    /// @param value the number that holds; 0 leaves the box empty
    /// @param take  takes a typed number, or throws `IllegalArgumentException` where it cannot be
    static HBox build(String id, MessageKey name, ObservableValue<Double> value, DoubleConsumer take, Words words) {
        return new NumberField(value, take, words).row(id, name);
    }

    private HBox row(String id, MessageKey name) {
        field.setId(id);
        field.getStyleClass().add("number-box");
        field.accessibleTextProperty().bind(words.text(name));
        value.subscribe(_ -> show());
        words.wording().subscribe(_ -> show());
        field.setOnAction(_ -> enter());
        field.focusedProperty().subscribe(focused -> {
            if (focused) {
                field.selectAll();
            } else {
                enter();
            }
        });
        Label label = words.on(new Label(), name);
        label.setLabelFor(field);
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.getStyleClass().add("field-label");
        var row = new HBox(label, field);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("figure-field");
        return row;
    }

    private void enter() {
        String text =
                Normalizer.normalize(field.getText(), Normalizer.Form.NFKC).strip();
        if (text.equals(shown())) {
            mark("");
            return;
        }
        try {
            take.accept(text.isEmpty() ? 0 : Double.parseDouble(text.replace(",", "")));
            mark("");
            show();
        } catch (IllegalArgumentException refused) {
            mark(words.now().text(PageText.NOT_ACCEPTED, text));
        }
    }

    private void show() {
        if (!field.isFocused() || !field.getPseudoClassStates().contains(WRONG)) {
            field.setText(shown());
        }
    }

    private String shown() {
        double number = value.getValue();
        if (number == 0) {
            return "";
        }
        return number == Math.rint(number) ? words.now().formats().whole((long) number) : Double.toString(number);
    }

    private void mark(String problem) {
        field.pseudoClassStateChanged(WRONG, !problem.isEmpty());
        Hint.on(field, problem);
    }
}
