package org.tonari.chart;

import java.util.List;
import org.tonari.chart.Brush.Align;

/// Paints the memory chart: axis, headings, columns, figures.
///
/// @param brush what it paints with
/// @param unit  what the axis counts in
record MemoryPainter(Brush brush, MemoryUnit unit) {
    static final double DIMMED = 0.35;
    private static final double FIGURE_MARGIN = 10;
    private static final double WIDEST_FIGURES = 140;
    private static final double HEADING_MARGIN = 6;
    private static final double GLYPH_RADIUS = 5;
    private static final double WORDS = 14;

    /// @param layout where everything stands
    /// @param pins   ghost outlines
    /// @param marks  what is pointed at, selected, focused
    void paint(StackLayout layout, List<PinnedStack> pins, MarkState marks) {
        axis(layout);
        TextStyle names = nameStyle(layout);
        for (PlacedColumn column : layout.columns()) {
            brush.strength(marks.dims(column.id()) ? DIMMED : 1);
            heading(column, names);
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

    private void heading(PlacedColumn placed, TextStyle style) {
        MemoryColumn column = placed.column();
        double x = placed.x() + GLYPH_RADIUS;
        double room = nameRoom(placed);
        brush.glyph(Glyphs.path(column.machine().symbol()), x, MemoryFrame.NAME_Y, 1, brush.colour(column.machine()));
        String name = brush.ruler().elidedName(column.machine().name(), style, room);
        brush.text(name, placed.x() + WORDS, MemoryFrame.NAME_Y, Align.LEFT, style, brush.colour(Ink.TEXT));
        verdictGlyph(column.verdict(), x, MemoryFrame.VERDICT_Y);
        String verdict = brush.ruler().elided(column.verdictText(), TextStyle.VERDICT, room);
        brush.text(
                verdict,
                placed.x() + WORDS,
                MemoryFrame.VERDICT_Y,
                Align.LEFT,
                TextStyle.VERDICT,
                brush.colour(verdictInk(column.verdict())));
    }

    private static double nameRoom(PlacedColumn placed) {
        return placed.slot() - WORDS - HEADING_MARGIN;
    }

    /// All names are set a little smaller before one of them is cut off.
    private TextStyle nameStyle(StackLayout layout) {
        boolean fits = layout.columns().stream()
                .allMatch(column ->
                        brush.ruler().width(column.column().machine().name(), TextStyle.NAME) <= nameRoom(column));
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

    /// The unit gives way where slot and font leave no room for it beside the other two.
    private void figures(PlacedColumn placed, MemoryFrame frame) {
        MemoryColumn column = placed.column();
        double y = frame.footY();
        double right = placed.x() + Math.min(placed.slot() - FIGURE_MARGIN, WIDEST_FIGURES);
        double usage = right - brush.ruler().width(column.usage(), TextStyle.TICK);
        brush.text(column.rate(), placed.x(), y, Align.LEFT, TextStyle.RATE, brush.colour(Ink.TEXT));
        double unitX = placed.x() + brush.ruler().width(column.rate(), TextStyle.RATE) + 5;
        if (unitX + brush.ruler().width(column.rateUnit(), TextStyle.VERDICT) + 5 <= usage) {
            brush.text(column.rateUnit(), unitX, y + 1.5, Align.LEFT, TextStyle.VERDICT, brush.colour(Ink.TEXT_2));
        }
        brush.text(column.usage(), right, y + 1.5, Align.RIGHT, TextStyle.TICK, brush.colour(Ink.TEXT_2));
    }
}
