package org.tonari.profiles.readers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tonari.profiles.tree.ProfileNode;

/// Reads a sentence in the other languages of the window, as it stands beside the English one.
final class Translations {
    private static final List<String> LANGUAGES = List.of("ja", "zh-CN", "zh-TW");

    private Translations() {}

    /// @return the sentence by language tag; empty where nobody translated it
    static Map<String, String> of(ProfileNode said) {
        var texts = new LinkedHashMap<String, String>();
        said.optionalField("translations").ifPresent(all -> {
            for (String tag : LANGUAGES) {
                all.optionalField(tag).ifPresent(text -> texts.put(tag, text.text()));
            }
            all.requireAllRead();
        });
        return texts;
    }
}
