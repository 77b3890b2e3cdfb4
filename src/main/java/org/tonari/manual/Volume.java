package org.tonari.manual;

import java.util.List;
import java.util.Locale;
import org.tonari.text.Language;

/// A document for users, in as many languages as it was written in. They stand in the order of the shelf.
public enum Volume {
    GUIDE,
    GLOSSARY,
    COMMAND_LINE,
    MEMORY,
    PROFILES,
    CLAIMS,
    INSTALLING;

    private final String file = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /// @return the file of an edition, such as `guide.ja.md`; English ones bear no tag
    public String file(Language language) {
        return file + tag(language) + ".md";
    }

    /// @param language of the reader
    /// @return editions from the wished one to the last resort
    static List<Language> order(Language language) {
        return switch (language) {
            case ENGLISH -> List.of(Language.ENGLISH);
            case JAPANESE, SIMPLIFIED_CHINESE -> List.of(language, Language.ENGLISH);
            case TRADITIONAL_CHINESE -> List.of(language, Language.SIMPLIFIED_CHINESE, Language.ENGLISH);
        };
    }

    private static String tag(Language language) {
        return switch (language) {
            case ENGLISH -> "";
            case JAPANESE -> ".ja";
            case SIMPLIFIED_CHINESE -> ".zh";
            case TRADITIONAL_CHINESE -> ".zh-TW";
        };
    }
}
