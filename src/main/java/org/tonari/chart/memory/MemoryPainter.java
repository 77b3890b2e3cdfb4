package org.tonari.chart.memory;

import java.util.List;
import org.tonari.chart.Brush;
import org.tonari.chart.Brush.Align;
import org.tonari.chart.Glyphs;
import org.tonari.chart.Ink;
import org.tonari.chart.MarkState;
import org.tonari.chart.TextStyle;
import org.tonari.chart.VerdictMark;

/// Paints the memory chart: axis, headings, columns, figures.
///
/// @param brush what it paints with
/// @param unit  what the axis counts in
record MemoryPainter(Brush brush, MemoryUnit unit) {
    private static final double GLYPH_RADIUS = 5;

    /// @param layout where everything stands
    /// @param pins   ghost outlines
    /// @param marks  what is pointed at, selected, focused
    void paint(StackLayout layout, List<PinnedStack> pins, MarkState marks) {
        axis(layout);
        TextStyle names = nameStyle(layout);
        for (PlacedColumn column : layout.columns()) {
            brush.strength(marks.dims(column.id()) ? MarkState.DIMMED : 1);
            heading(column, layout.frame(), names);
            var painter = new PoolPainter(brush);
            column.pools().forEach(painter::paint);
            new ColumnPainter(brush).paint(column, layout.mode(), pinsOf(column, pins));
            figures(column, layout.frame());
            brush.strength(1);
        }
    }

    private static List<PinnedStack> pinsOf(PlacedColumn column, List<PinnedStack> pins) {
        return pins.stream().filter(pin -> pin.machineId().equals(column.id())).toList();
    }

    private void axis(StackLayout layout) {
        MemoryFrame frame = layout.frame();
        brush.line(MemoryFrame.LEFT, frame.base(), frame.right(), frame.base(), 1, brush.colour(Ink.RULE));
        if (layout.mode() == ScaleMode.FILL_EACH || layout.columns().isEmpty()) {
            return;
        }
        MemoryTicks ticks = MemoryTicks.upTo(layout.fold(), unit);
        double scale = frame.scale(layout.fold());
        double y = frame.base();
        for (long tick : ticks.values()) {
            y = frame.base() - tick * unit.bytes() * scale;
            brush.text(unit.text().apply(tick), 62, y, Align.RIGHT, TextStyle.TICK, brush.colour(Ink.TEXT_2));
            brush.line(66, y, 71, y, 1, brush.colour(Ink.TEXT_3));
        }
        brush.text(unit.label(), 62, y - 14.5, Align.RIGHT, TextStyle.TICK, brush.colour(Ink.TEXT_2));
    }

    private void heading(PlacedColumn placed, MemoryFrame frame, TextStyle style) {
        MemoryColumn column = placed.column();
        double x = placed.x() + GLYPH_RADIUS;
        var heading = new ColumnHeading(brush.ruler());
        List<String> lines = heading.lines(column.machine().name(), style, frame);
        double y = frame.nameY() - (lines.size() - 1) * MemoryFrame.NAME_LINE;
        brush.glyph(Glyphs.path(column.machine().symbol()), x, y, 1, brush.colour(column.machine()));
        for (String line : lines) {
            brush.text(line, placed.x() + ColumnHeading.WORDS, y, Align.LEFT, style, brush.colour(Ink.TEXT));
            y += MemoryFrame.NAME_LINE;
        }
        verdictGlyph(column.verdict(), x, frame.verdictY());
        brush.text(
                heading.verdict(column.verdicts(), placed.slot()),
                placed.x() + ColumnHeading.WORDS,
                frame.verdictY(),
                Align.LEFT,
                TextStyle.VERDICT,
                brush.colour(verdictInk(column.verdict())));
    }

    /// All names are set a little smaller before one of them is cut off.
    private TextStyle nameStyle(StackLayout layout) {
        boolean fits = layout.columns().stream()
                .allMatch(
                        column -> brush.ruler().width(column.column().machine().name(), TextStyle.NAME)
                                <= ColumnHeading.room(column.slot()));
        return fits ? TextStyle.NAME : TextStyle.CURVE_VALUE;
    }

    private void verdictGlyph(VerdictMark verdict, double x, double y) {
        String path = Glyphs.path(verdict);
        switch (verdict) {
            case FITS -> brush.glyph(path, x, y, 0.92, brush.colour(Ink.VERDICT_FITS));
            case TIGHT -> {
                brush.glyph(path, x, y, 1, brush.colour(Ink.VERDICT_TIGHT));
                brush.glyphOutline(path, x, y, 1, brush.colour(Ink.VERDICT_TIGHT_EDGE));
            }
            case DOES_NOT_FIT -> brush.glyph(path, x, y, 1, brush.colour(Ink.VERDICT_NOT));
            case UNKNOWN -> brush.glyphOutline(path, x, y, 1.3, brush.colour(Ink.VERDICT_UNKNOWN));
        }
    }

    private static Ink verdictInk(VerdictMark verdict) {
        return switch (verdict) {
            case FITS, UNKNOWN -> Ink.TEXT_2;
            case TIGHT -> Ink.TIGHT_TEXT;
            case DOES_NOT_FIT -> Ink.OVER_TEXT;
        };
    }

    private void figures(PlacedColumn placed, MemoryFrame frame) {
        MemoryColumn column = placed.column();
        double y = frame.footY();
        FootLine line = FootLine.of(placed, brush.ruler());
        brush.text(column.rate(), placed.x(), y, Align.LEFT, TextStyle.RATE, brush.colour(Ink.TEXT));
        if (line.hasUnit()) {
            brush.text(
                    column.rateUnit(), line.unitX(), y + 1.5, Align.LEFT, TextStyle.VERDICT, brush.colour(Ink.TEXT_2));
        }
        if (line.hasUsage()) {
            brush.text(column.usage(), line.right(), y + 1.5, Align.RIGHT, TextStyle.TICK, brush.colour(Ink.TEXT_2));
        }
    }
}
