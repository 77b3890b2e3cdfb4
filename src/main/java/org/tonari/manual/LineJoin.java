package org.tonari.manual;

import java.lang.Character.UnicodeScript;
import org.tonari.text.Language;

/// What stands where a line of the file ends within a paragraph: a space between words, nothing between signs that are
/// written without one.
final class LineJoin {
    private final Language language;

    LineJoin(Language language) {
        this.language = language;
    }

    /// @param before last character of the line
    /// @param after  first character of the next one
    String between(int before, int after) {
        if (isWide(before) && isWide(after) || isFullWidthMark(before) || isFullWidthMark(after)) {
            return "";
        }
        boolean oneIsWide = isWide(before) || isWide(after);
        return oneIsWide && language == Language.JAPANESE ? "" : " ";
    }

    private static boolean isWide(int character) {
        return isFullWidthMark(character)
                || switch (UnicodeScript.of(character)) {
                    case HAN, HIRAGANA, KATAKANA -> true;
                    default -> false;
                };
    }

    /// Brackets, commas and stops as wide as an ideograph; quotation marks too where ideographs stand around them.
    private static boolean isFullWidthMark(int character) {
        return character >= 0x3000 && character <= 0x303F || character >= 0xFF01 && character <= 0xFF60;
    }
}
