package org.tonari.chart;

import java.util.Locale;
import javafx.scene.shape.SVGPath;

/// A machine's symbol or a verdict's shape as a node, for tables, menus and headings; 10 px wide, coloured by
/// `chart.css`.
public final class MarkGlyph extends SVGPath {
    private MarkGlyph(String content, String... styles) {
        setContent(content);
        getStyleClass().addAll(styles);
    }

    /// @return the machine's symbol in its colour
    public static MarkGlyph of(MachineMark machine) {
        String token = Ink.machine(machine.colour()).token();
        return new MarkGlyph(Glyphs.path(machine.symbol()), "machine-glyph", token);
    }

    /// @return the verdict's shape in its colour
    public static MarkGlyph of(VerdictMark verdict) {
        return new MarkGlyph(
                Glyphs.path(verdict),
                "verdict-glyph",
                "verdict-" + verdict.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
