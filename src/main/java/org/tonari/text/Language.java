package org.tonari.text;

import java.util.Locale;
import java.util.Optional;

/// A language that Tonari speaks.
public enum Language {
    ENGLISH("en", "English"),
    JAPANESE("ja", "日本語"),
    SIMPLIFIED_CHINESE("zh-CN", "简体中文"),
    TRADITIONAL_CHINESE("zh-TW", "繁體中文");

    private final String tag;
    private final String endonym;

    Language(String tag, String endonym) {
        this.tag = tag;
        this.endonym = endonym;
    }

    /// @return its BCP 47 tag, such as `zh-TW`
    public String tag() {
        return tag;
    }

    /// @return what its speakers call it
    public String endonym() {
        return endonym;
    }

    /// @return its locale
    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /// @return the language of a locale, English where Tonari does not speak it
    public static Language of(Locale locale) {
        return switch (locale.getLanguage()) {
            case "ja" -> JAPANESE;
            case "zh" -> isTraditional(locale) ? TRADITIONAL_CHINESE : SIMPLIFIED_CHINESE;
            default -> ENGLISH;
        };
    }

    /// @param tag such as `ja`, `zh-TW` or `zh_TW`
    /// @return the language so tagged, or nothing where Tonari does not speak it
    public static Optional<Language> ofTag(String tag) {
        Locale locale = Locale.forLanguageTag(tag.strip().replace('_', '-'));
        Language language = of(locale);
        return language != ENGLISH || locale.getLanguage().equals("en") ? Optional.of(language) : Optional.empty();
    }

    private static boolean isTraditional(Locale locale) {
        return locale.getScript().equals("Hant")
                || switch (locale.getCountry()) {
                    case "TW", "HK", "MO" -> !locale.getScript().equals("Hans");
                    default -> false;
                };
    }
}
