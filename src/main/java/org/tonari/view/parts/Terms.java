package org.tonari.view.parts;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.tonari.text.MessageKey;
import org.tonari.text.TermText;

/// Explains a term in a sentence where it stands: to the pointer, and to whoever has the window read out.
public final class Terms {
    private Terms() {}

    /// @param where what bears the term
    /// @param term  the sentence, which follows the language
    /// @return `where`
    public static <T extends Node> T explain(T where, Words words, MessageKey term) {
        bear(where, term);
        return explain(where, words.text(term));
    }

    /// Says which term a node is about, for whoever asks the glossary there.
    public static void bear(Node where, MessageKey term) {
        where.getProperties().put(Terms.class, term);
    }

    /// @return the term of a node, or of the nearest around it
    public static Optional<TermText> of(@Nullable Node where) {
        for (Node at = where; at != null; at = at.getParent()) {
            if (at.hasProperties() && at.getProperties().get(Terms.class) instanceof TermText term) {
                return Optional.of(term);
            }
        }
        return Optional.empty();
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
