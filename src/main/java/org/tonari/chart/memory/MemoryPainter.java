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
    private static final double AXIS_LABEL = 62;

    /// @param layout where everything stands
    /// @param pins   ghost outlines
    /// @param marks  what is pointed at, selected, focused
    void paint(StackLayout layout, List<PinnedStack> pins, MarkState marks) {
        axis(layout);
        FootLine.Form form = FootLine.form(layout.columns(), brush.ruler());
        unitOfRates(layout, form);
        for (PlacedColumn column : layout.columns()) {
            brush.strength(marks.dims(column.id()) ? MarkState.DIMMED : 1);
            heading(column, layout.frame());
            var painter = new PoolPainter(brush);
            column.pools().forEach(painter::paint);
            new ColumnPainter(brush).paint(column, layout.mode(), pinsOf(column, pins));
            figures(column, layout.frame(), FootLine.of(column, form, brush.ruler()));
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
        double x = AXIS_LABEL - frame.badges();
        for (long tick : ticks.values()) {
            y = frame.base() - tick * unit.bytes() * scale;
            brush.text(unit.text().apply(tick), x, y, Align.RIGHT, TextStyle.TICK, brush.colour(Ink.TEXT_2));
            brush.line(x + 4, y, x + 9, y, 1, brush.colour(Ink.TEXT_3));
        }
        brush.text(unit.label(), x, y - 14.5, Align.RIGHT, TextStyle.TICK, brush.colour(Ink.TEXT_2));
    }

    private void heading(PlacedColumn placed, MemoryFrame frame) {
        MemoryColumn column = placed.column();
        double x = placed.x() + GLYPH_RADIUS;
        var heading = new ColumnHeading(brush.ruler());
        List<String> lines = heading.lines(column.machine().name(), frame);
        double y = frame.nameY() - (lines.size() - 1) * MemoryFrame.NAME_LINE;
        brush.glyph(Glyphs.path(column.machine().symbol()), x, y, 1, brush.colour(column.machine()));
        for (String line : lines) {
            brush.text(
                    line,
                    placed.x() + ColumnHeading.WORDS,
                    y,
                    Align.LEFT,
                    frame.names().style(),
                    brush.colour(Ink.TEXT));
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

    /// Where figures have no room for their unit, it stands once, below the axis.
    private void unitOfRates(StackLayout layout, FootLine.Form form) {
        switch (form) {
            case WHOLE, UNIT -> {}
            case USAGE, RATE ->
                layout.columns().stream()
                        .map(column -> column.column().rateUnit())
                        .filter(unit -> !unit.isEmpty())
                        .findFirst()
                        .ifPresent(unit -> brush.text(
                                unit,
                                AXIS_LABEL - layout.frame().badges(),
                                layout.frame().footY() + 1.5,
                                Align.RIGHT,
                                TextStyle.TICK,
                                brush.colour(Ink.TEXT_2)));
        }
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

    private void figures(PlacedColumn placed, MemoryFrame frame, FootLine line) {
        MemoryColumn column = placed.column();
        double y = frame.footY();
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
