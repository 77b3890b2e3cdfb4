package org.tonari.view.parts;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.tonari.text.MessageKey;

/// A row of buttons of which exactly one is down.
public final class Segments {
    private Segments() {}

    /// @param choices what can be chosen
    /// @param text    what a button says
    /// @param chosen  which one holds
    /// @param choose  takes a click
    public static <T> HBox of(
            List<T> choices, Function<T, ObservableValue<String>> text, ObservableValue<T> chosen, Consumer<T> choose) {
        var group = new ToggleGroup();
        var row = new HBox();
        ObservableValue<T> now = Followed.by(row, chosen);
        row.getStyleClass().add("segments");
        row.setMinWidth(Region.USE_PREF_SIZE);
        for (T choice : choices) {
            var button = new ToggleButton();
            Followed.by(button, text.apply(choice)).subscribe(words -> button.setText(words));
            button.setMnemonicParsing(false);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setUserData(choice);
            button.setToggleGroup(group);
            button.setOnAction(_ -> {
                choose.accept(choice);
                select(group, now.getValue());
            });
            row.getChildren().add(button);
        }
        now.subscribe(choice -> select(group, choice));
        return row;
    }

    /// Explains each button.
    ///
    /// @param segments as made by [#of]
    /// @param kind     what is chosen among
    public static <T> HBox explained(HBox segments, Class<T> kind, Words words, Function<T, MessageKey> term) {
        segments.getChildren()
                .forEach(button -> Terms.explain(button, words, term.apply(kind.cast(button.getUserData()))));
        return segments;
    }

    private static void select(ToggleGroup group, Object choice) {
        for (Toggle toggle : group.getToggles()) {
            toggle.setSelected(choice.equals(toggle.getUserData()));
        }
    }
}
