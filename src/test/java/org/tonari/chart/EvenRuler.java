package org.tonari.chart;

/// A ruler for tests: every character is 0.55 of the size wide.
public final class EvenRuler implements TextRuler {
    @Override
    public double width(String text, TextStyle style) {
        return text.length() * style.size() * 0.55;
    }
}
