package org.tonari.chart;

import java.util.List;

/// Measures text, so that layout needs no toolkit.
public interface TextRuler {
    /// @return the width of `text` in logical pixels, its digits in cells of equal width
    double width(String text, TextStyle style);

    /// @param room logical pixels
    /// @return the text, or as much of it as fits before "…"
    default String elided(String text, TextStyle style, double room) {
        if (width(text, style) <= room) {
            return text;
        }
        int end = text.length();
        while (end > 1 && width(text.substring(0, end).strip() + "…", style) > room) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end).strip() + "…";
    }

    /// The first word says the family and the last ones the model, so words between them give way first: "Mac…M3
    /// Ultra".
    ///
    /// @param room logical pixels
    /// @return the name, or as much of it as fits
    default String elidedName(String name, TextStyle style, double room) {
        if (width(name, style) <= room) {
            return name;
        }
        String[] words = name.split(" ");
        for (int dropped = 1; dropped < words.length - 1; dropped++) {
            String last = String.join(" ", List.of(words).subList(1 + dropped, words.length));
            if (width(words[0] + "…" + last, style) <= room) {
                return words[0] + "…" + last;
            }
        }
        return elided(name, style, room);
    }
}
