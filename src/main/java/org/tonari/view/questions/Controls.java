package org.tonari.view.questions;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tonari.export.picture.Wording;
import org.tonari.text.MessageKey;
import org.tonari.view.parts.Followed;
import org.tonari.view.parts.ItemText;
import org.tonari.view.parts.NumberBox;
import org.tonari.view.parts.Segments;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.choosing.EntryViewModel;

/// The controls of a page of questions, each under its name.
final class Controls {
    private final Words words;

    Controls(Words words) {
        this.words = words;
    }

    /// A control under its name.
    VBox field(MessageKey name, Node control) {
        Label label = words.on(new Label(), name);
        label.getStyleClass().add("field-label");
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setLabelFor(control);
        control.accessibleTextProperty().bind(words.text(name));
        var field = new VBox(label, control);
        field.getStyleClass().add("field");
        return field;
    }

    VBox number(MessageKey name, String id, EntryViewModel entry) {
        return field(name, NumberBox.build(id, entry, words));
    }

    /// One of a few, each in sight.
    <T> VBox segments(
            MessageKey name,
            List<T> choices,
            Function<Wording, Function<T, String>> text,
            ObservableValue<T> chosen,
            Consumer<T> choose) {
        HBox row =
                Segments.of(choices, choice -> words.map(now -> text.apply(now).apply(choice)), chosen, choose);
        return field(name, row);
    }

    /// One of many.
    <T> ComboBox<T> combo(
            String id,
            List<T> choices,
            Function<Wording, Function<T, String>> text,
            ObservableValue<T> chosen,
            Consumer<T> choose) {
        var box = new ComboBox<T>();
        box.setId(id);
        box.setVisibleRowCount(16);
        box.getItems().setAll(choices);
        Followed.by(box, words.wording()).subscribe(now -> {
            box.setCellFactory(_ -> new ChoiceCell<>(text.apply(now)));
            box.setButtonCell(new ChoiceCell<>(text.apply(now)));
        });
        box.setConverter(
                new ItemText<>(choice -> text.apply(words.wording().getValue()).apply(choice)));
        Followed.by(box, chosen).subscribe(box::setValue);
        box.setOnAction(_ -> {
            T value = box.getValue();
            if (value != null && !value.equals(chosen.getValue())) {
                choose.accept(value);
            }
        });
        return box;
    }

    CheckBox check(String id, MessageKey name, ObservableValue<Boolean> chosen, Consumer<Boolean> choose) {
        CheckBox box = words.on(new CheckBox(), name);
        box.setId(id);
        Followed.by(box, chosen).subscribe(box::setSelected);
        box.setOnAction(_ -> choose.accept(box.isSelected()));
        return box;
    }

    private static final class ChoiceCell<T> extends ListCell<T> {
        private final Function<T, String> text;

        ChoiceCell(Function<T, String> text) {
            this.text = text;
        }

        @Override
        protected void updateItem(T choice, boolean empty) {
            super.updateItem(choice, empty);
            setText(empty || choice == null ? "" : text.apply(choice));
        }
    }
}
