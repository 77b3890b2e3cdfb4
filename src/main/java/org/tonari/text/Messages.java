package org.tonari.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.PropertyResourceBundle;
import java.util.Set;
import org.tonari.explain.Phrase;

/// All messages in one language. Immutable; another language is another object.
///
/// ```java
/// String text = Messages.in(Language.JAPANESE).text(CommonText.AS_OF, "2026-11-21");
/// ```
///
/// Placeholders are `{0}`, `{1}`, …; a sentence's arguments are already formatted text, so quotes need no care.
public final class Messages {
    private final Language language;
    private final Map<String, String> texts;

    private Messages(Language language, Map<String, String> texts) {
        this.language = language;
        this.texts = texts;
    }

    /// @return the messages in a language
    public static Messages in(Language language) {
        String file = "messages_" + language.tag().replace('-', '_') + ".properties";
        try (InputStream stream = Messages.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new MissingResourceException("no messages in " + language.tag(), file, "");
            }
            var bundle = new PropertyResourceBundle(new InputStreamReader(stream, StandardCharsets.UTF_8));
            var texts = new HashMap<String, String>();
            bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key)));
            return new Messages(language, Map.copyOf(texts));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("messages in " + language.tag() + " cannot be read", unreadable);
        }
    }

    /// @return the language they are in
    public Language language() {
        return language;
    }

    /// @param arguments put in the place of `{0}`, `{1}`, …
    /// @return the message
    public String text(MessageKey key, Object... arguments) {
        return required(key.key(), arguments);
    }

    /// @return the message of that name, or nothing where there is none
    Optional<String> found(String key, Object... arguments) {
        return Optional.ofNullable(texts.get(key)).map(pattern -> Phrase.filled(pattern, arguments));
    }

    /// @return the message of that name, which must exist
    String required(String key, Object... arguments) {
        return found(key, arguments)
                .orElseThrow(() -> new MissingResourceException("no message " + key, language.tag(), key));
    }

    /// @return the names of all messages
    Set<String> keys() {
        return texts.keySet();
    }
}
