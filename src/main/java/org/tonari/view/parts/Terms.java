package org.tonari.view.parts;

import javafx.beans.value.ObservableValue;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;
import org.tonari.text.MessageKey;

/// Explains a term in a sentence where it stands: to the pointer, and to whoever has the window read out.
public final class Terms {
    private static final double WIDTH_EM = 26;
    private static final double EM = 12;
    private static final Duration LONG_ENOUGH_TO_READ = Duration.seconds(30);
    private static final Duration DELAY = Duration.millis(500);

    private Terms() {}

    /// @param where what bears the term
    /// @param term  the sentence, which follows the language
    /// @return `where`
    public static <T extends Node> T explain(T where, Words words, MessageKey term) {
        return explain(where, words.text(term));
    }

    /// @param where    what bears the term
    /// @param sentence as it shall be read
    /// @return `where`
    public static <T extends Node> T explain(T where, ObservableValue<String> sentence) {
        where.accessibleHelpProperty().bind(sentence);
        // A tooltip is a window of its own: none is made before somebody points at its term.
        where.addEventHandler(MouseEvent.MOUSE_ENTERED, new EventHandler<>() {
            @Override
            public void handle(MouseEvent entered) {
                where.removeEventHandler(MouseEvent.MOUSE_ENTERED, this);
                Tooltip.install(where, tooltip(sentence));
            }
        });
        return where;
    }

    private static Tooltip tooltip(ObservableValue<String> sentence) {
        var tooltip = new Tooltip();
        tooltip.textProperty().bind(sentence);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(WIDTH_EM * EM);
        tooltip.setShowDelay(DELAY);
        tooltip.setShowDuration(LONG_ENOUGH_TO_READ);
        return tooltip;
    }
}
