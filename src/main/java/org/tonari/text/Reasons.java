package org.tonari.text;

import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.tonari.explain.Phrase;

/// Why figures are unknown, in the reader's language. Profiles and engine give their reasons in English; the key of a
/// translation is made of its words. Immutable.
final class Reasons {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z0-9]+");
    private static final int LONGEST = 60;

    private final Messages messages;

    Reasons(Messages messages) {
        this.messages = messages;
    }

    /// @return the reason, in English where nobody translated it
    String of(String english) {
        return messages.language() == Language.ENGLISH
                ? english
                : messages.found(key(english)).orElse(english);
    }

    /// @param known says parts that are neither phrases nor the same in every language
    /// @return the phrase with its parts, in English where nobody translated it
    String of(Phrase phrase, UnaryOperator<Object> known) {
        if (messages.language() == Language.ENGLISH || phrase.isVerbatim()) {
            return phrase.english();
        }
        Object[] parts = phrase.parts().stream()
                .map(part -> part instanceof Phrase inner ? of(inner, known) : known.apply(part))
                .toArray();
        return messages.found(key(phrase.pattern()), parts).orElse(phrase.english());
    }

    /// @return the key under which messages have a reason
    static String key(String english) {
        String words = BETWEEN_WORDS.matcher(english.toLowerCase(Locale.ROOT)).replaceAll("_");
        return "said." + words.substring(0, Math.min(words.length(), LONGEST)).replaceAll("^_|_$", "");
    }
}
