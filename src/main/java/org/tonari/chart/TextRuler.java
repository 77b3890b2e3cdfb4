package org.tonari.chart;

/// Measures text, so that layout needs no toolkit.
interface TextRuler {
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
}
