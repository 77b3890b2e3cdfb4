package org.tonari.chart;

import java.util.List;
import javafx.scene.paint.Color;
import org.tonari.chart.Brush.Align;

/// Paints curves with their bands, measurements, values and pins.
///
/// @param brush  what it paints with
/// @param layout where everything stands
/// @param marks  what is pointed at and selected
record CurvePainter(Brush brush, SpeedLayout layout, MarkState marks) {
    private static final double CURVE = 1.9;
    private static final double FOCUSED = 2.4;
    private static final double PINNED = 1.1;
    private static final double DASH = 7;
    private static final double RING = 3.4;
    private static final double RING_STROKE = 1.7;
    private static final double VALUE_GAP = 8;
    private static final double VALUE_ROOM = 48;
    private static final double SAME_PLACE = 3;
    private static final double BADGE = 12;

    void band(PlacedCurve placed) {
        List<CurvePoint> points = placed.curve().points();
        int count = points.size();
        double[] xs = new double[2 * count];
        double[] ys = new double[2 * count];
        for (int i = 0; i < count; i++) {
            int back = 2 * count - 1 - i;
            xs[i] = placed.xs()[i];
            xs[back] = placed.xs()[i];
            ys[i] = visible(points.get(i).high());
            ys[back] = visible(points.get(i).low());
        }
        boolean dark = brush.colour(Ink.CANVAS).getBrightness() < 0.5;
        brush.area(xs, ys, brush.colour(placed.curve().machine()).deriveColor(0, 1, 1, dark ? 0.3 : 0.18));
    }

    private double visible(double value) {
        return Math.max(layout.scale().y(value), layout.scale().top() - SpeedFrame.OVERRUN);
    }

    /// Curves that look the same are one line in all their colours.
    void group(List<PlacedCurve> group, String focusedMachine) {
        int count = group.size();
        for (int i = 0; i < count; i++) {
            PlacedCurve placed = group.get(i);
            if (!placed.runs()) {
                continue;
            }
            boolean focused = placed.id().equals(focusedMachine) || marks.standsOut(placed.id());
            double width = focused ? FOCUSED : CURVE;
            Color colour = brush.colour(placed.curve().machine());
            dimmed(group);
            if (i == 0) {
                brush.path(placed.xs(), placed.ys(), width, colour);
            } else {
                brush.path(placed.xs(), placed.ys(), width, colour, DASH, (count - 1) * DASH);
            }
        }
        group.forEach(this::end);
        brush.strength(1);
    }

    private void dimmed(List<PlacedCurve> group) {
        boolean dims = group.stream().allMatch(curve -> marks.dims(curve.id()));
        brush.strength(dims ? MemoryPainter.DIMMED : 1);
    }

    private void end(PlacedCurve placed) {
        if (placed.runs() && placed.curve().end() == Curve.End.OUT_OF_MEMORY) {
            double x = placed.endX();
            double y = placed.endY();
            for (Ink ink : new Ink[] {Ink.CANVAS, Ink.TEXT}) {
                boolean halo = ink == Ink.CANVAS;
                Color colour =
                        halo ? brush.colour(ink) : brush.colour(placed.curve().machine());
                brush.line(x - 4, y - 4, x + 4, y + 4, halo ? 4.5 : 2, colour);
                brush.line(x - 4, y + 4, x + 4, y - 4, halo ? 4.5 : 2, colour);
            }
        }
    }

    void rings(PlacedCurve placed) {
        brush.strength(marks.dims(placed.id()) ? MemoryPainter.DIMMED : 1);
        for (MeasuredPoint measured : placed.curve().measured()) {
            if (isOnAxis(measured.at())) {
                brush.ring(
                        layout.scale().x(measured.at()),
                        layout.scale().y(measured.value()),
                        RING,
                        RING_STROKE,
                        brush.colour(placed.curve().machine()));
            }
        }
        brush.strength(1);
    }

    private boolean isOnAxis(double at) {
        AxisSpan span = layout.scale().axis().span();
        double least = span.start() == AxisSpan.Start.EMPTY_SLOT ? 0 : span.min();
        return at >= least && at <= span.max();
    }

    /// Symbols and values on the scrub line.
    void values() {
        boolean left = layout.values().stream()
                .anyMatch(value -> value.x() > layout.scale().axis().end() + SpeedFrame.OVERRUN - VALUE_ROOM);
        for (ScrubValue value : layout.values()) {
            MachineMark machine = value.curve().curve().machine();
            brush.strength(dimsGroup(value.curve()) ? MemoryPainter.DIMMED : 1);
            if (!isMeasuredAt(value)) {
                brush.glyph(Glyphs.path(machine.symbol()), value.x(), value.y(), 1, brush.colour(machine));
            }
            brush.haloText(
                    value.text(),
                    value.x() + (left ? -VALUE_GAP : VALUE_GAP),
                    value.textY(),
                    left ? Align.RIGHT : Align.LEFT,
                    TextStyle.CURVE_VALUE,
                    brush.colour(machine));
        }
        brush.strength(1);
    }

    private boolean dimsGroup(PlacedCurve first) {
        return layout.groups().stream()
                .filter(group -> group.contains(first))
                .allMatch(group -> group.stream().allMatch(curve -> marks.dims(curve.id())));
    }

    private boolean isMeasuredAt(ScrubValue value) {
        return value.curve().curve().measured().stream()
                .anyMatch(measured -> Math.abs(layout.scale().x(measured.at()) - value.x()) < SAME_PLACE
                        && Math.abs(layout.scale().y(measured.value()) - value.y()) < 2 * RING);
    }

    /// A pinned curve that looks like the present one is not drawn.
    void pin(PinnedCurve pin, int place) {
        var curve = new Curve(pin.machine(), pin.points(), List.of(), Curve.End.OPEN);
        PlacedCurve placed = PlacedCurve.of(curve, layout.scale());
        boolean same = layout.curve(placed.id()).map(placed::looksLike).orElse(false);
        if (!placed.runs() || same) {
            return;
        }
        brush.strength(marks.dims(placed.id()) ? MemoryPainter.DIMMED : 1);
        brush.path(placed.xs(), placed.ys(), PINNED, brush.colour(pin.machine()), 4, 3);
        double x = Math.min(layout.scale().axis().first() + 60 + 18 * place, placed.endX());
        if (placed.covers(x)) {
            var box = new Box(x - BADGE / 2, placed.yAt(x) - BADGE / 2, BADGE, BADGE);
            brush.fillRound(box, 3, brush.colour(pin.machine()));
            brush.text(pin.letter(), x, box.middleY(), Align.CENTRE, TextStyle.TICK_STRONG, brush.colour(Ink.CANVAS));
        }
        brush.strength(1);
    }

    /// The cross-hair at a hovered point.
    void crossHair(Mark.Point mark, ThroughputText text) {
        layout.curve(mark.machineId()).filter(PlacedCurve::runs).ifPresent(placed -> {
            CurvePoint point = layout.scale().between(placed.curve().points(), mark.at());
            double x = layout.scale().x(mark.at());
            double y = layout.scale().y(point.expected());
            Color colour = brush.colour(placed.curve().machine());
            double bottom = layout.scale().bottom();
            brush.line(x, layout.scale().top(), x, bottom, 1, brush.colour(Ink.TEXT_3), 2, 3);
            brush.line(SpeedFrame.LEFT, y, x, y, 1, brush.colour(Ink.TEXT_3), 2, 3);
            brush.glyph(Glyphs.path(placed.curve().machine().symbol()), x, y, 1, colour);
            brush.haloText(
                    text.value(point.expected()), x - VALUE_GAP, y - 10, Align.RIGHT, TextStyle.CURVE_VALUE, colour);
        });
    }
}
