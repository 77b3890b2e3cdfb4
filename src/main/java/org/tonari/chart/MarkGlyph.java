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

    /// @return the ring of a measurement, for the key of the speed chart
    public static MarkGlyph measured() {
        return new MarkGlyph("M-3.4,0A3.4,3.4 0 1,1 3.4,0A3.4,3.4 0 1,1 -3.4,0Z", "key-glyph", "measured");
    }

    /// @return the line of an estimate, for the key of the speed chart
    public static MarkGlyph estimate() {
        return new MarkGlyph("M-9,0H9", "key-glyph", "estimate");
    }

    /// @param machine whose interval is drawn
    /// @return the field of an interval, for the key of the speed chart
    public static MarkGlyph interval(MachineMark machine) {
        String token = Ink.machine(machine.colour()).token();
        return new MarkGlyph("M-8,-5H8V5H-8Z", "machine-glyph", token, "interval");
    }
}
