package org.tonari.profiles.tree;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tonari.explain.Phrase;
import tools.jackson.core.JacksonException;

/// What is wrong with a text that is no JSON: the parser's own words, and what they come to in other languages.
public final class JsonFault {
    private static final Pattern CHARACTER =
            Pattern.compile("(?:Unexpected|Illegal) .*?character \\(+'?(.+?)'?[ ,)].*");
    private static final Pattern TOKEN = Pattern.compile("Unrecognized token '(.*?)'.*");
    private static final Pattern TWICE = Pattern.compile("Duplicate Object property \"(.*)\".*");

    private JsonFault() {}

    /// @return what the parser found
    public static Phrase of(JacksonException broken) {
        String words = String.valueOf(broken.getOriginalMessage());
        return meaning(words.lines().findFirst().orElse("")).insteadOf(words);
    }

    private static Phrase meaning(String words) {
        if (words.startsWith("Unexpected end-of-input")) {
            return Phrase.of("a text that ends too early");
        }
        Matcher twice = TWICE.matcher(words);
        if (twice.matches()) {
            return Phrase.of("the field {0} twice", twice.group(1));
        }
        Matcher token = TOKEN.matcher(words);
        if (token.matches()) {
            return Phrase.of("the word {0} out of place", token.group(1));
        }
        Matcher character = CHARACTER.matcher(words);
        return character.matches()
                ? Phrase.of("the character {0} out of place", character.group(1))
                : Phrase.of("a text that is no JSON");
    }
}
