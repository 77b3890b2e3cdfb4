package org.tonari.view.parts;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.tonari.text.MessageKey;

/// Explains a term in a sentence where it stands: to the pointer, and to whoever has the window read out.
public final class Terms {
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
        Hint.onHelp(where);
        return where;
    }
}
