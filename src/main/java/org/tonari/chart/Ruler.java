package org.tonari.chart;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// Measures text in one font family; remembers what it measured.
///
/// JavaFX cannot ask a font for digits of equal width, so each digit takes a cell as wide as the widest of them.
public final class Ruler implements TextRuler {
    private static final int REMEMBERED = 2000;
    private static final double EQUAL = 0.01;

    private final Map<TextStyle, Font> fonts = new EnumMap<>(TextStyle.class);
    private final Map<TextStyle, Double> cells = new EnumMap<>(TextStyle.class);
    private final Map<TextStyle, Map<String, Double>> widths = new EnumMap<>(TextStyle.class);
    private final Text text = new Text();
    private boolean equalDigits = true;

    Ruler(String family) {
        for (TextStyle style : TextStyle.values()) {
            Font font = new Typeface(family).font(style);
            fonts.put(style, font);
            widths.put(style, new HashMap<>());
            double widest = 0;
            double narrowest = Double.MAX_VALUE;
            for (char digit = '0'; digit <= '9'; digit++) {
                double width = measured(String.valueOf(digit), font);
                widest = Math.max(widest, width);
                narrowest = Math.min(narrowest, width);
            }
            cells.put(style, widest);
            equalDigits &= widest - narrowest < EQUAL;
        }
    }

    Font font(TextStyle style) {
        return fonts.getOrDefault(style, Font.getDefault());
    }

    /// @return whether all digits are equally wide, so that a text can be painted at once
    boolean hasEqualDigits() {
        return equalDigits;
    }

    /// @return the width of a digit's cell
    double cell(TextStyle style) {
        return cells.getOrDefault(style, 0.0);
    }

    @Override
    public double width(String words, TextStyle style) {
        Map<String, Double> known = widths.computeIfAbsent(style, _ -> new HashMap<>());
        if (known.size() > REMEMBERED) {
            known.clear();
        }
        return known.computeIfAbsent(words, unmeasured -> inCells(unmeasured, style));
    }

    /// @return the width of a text as the font sets it, its digits not in cells
    double plainWidth(String words, TextStyle style) {
        return equalDigits ? width(words, style) : measured(words, font(style));
    }

    private double inCells(String words, TextStyle style) {
        if (equalDigits) {
            return measured(words, font(style));
        }
        double width = 0;
        for (String run : runs(words)) {
            width += isDigit(run) ? cell(style) : measured(run, font(style));
        }
        return width;
    }

    /// @return the text in pieces: each digit alone, what stands between them together
    static String[] runs(String words) {
        return words.splitWithDelimiters("[0-9]", 0);
    }

    static boolean isDigit(String run) {
        return run.length() == 1 && run.charAt(0) >= '0' && run.charAt(0) <= '9';
    }

    private double measured(String words, Font font) {
        text.setFont(font);
        text.setText(words);
        return text.getLayoutBounds().getWidth();
    }
}
