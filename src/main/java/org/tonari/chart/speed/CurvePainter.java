package org.tonari.chart.speed;

import java.util.List;
import java.util.function.DoublePredicate;
import javafx.scene.paint.Color;
import org.tonari.chart.Box;
import org.tonari.chart.Brush;
import org.tonari.chart.Brush.Align;
import org.tonari.chart.Ink;
import org.tonari.chart.MarkState;
import org.tonari.chart.TextStyle;

/// Paints curves with their bands, measurements, values and pins.
///
/// @param brush  what it paints with
/// @param layout where everything stands
/// @param marks  what is pointed at and selected
/// @param text   writes the numbers
record CurvePainter(Brush brush, SpeedLayout layout, MarkState marks, ThroughputText text) {
    private static final double CURVE = 1.9;
    private static final double FOCUSED = 2.4;
    private static final double PINNED = 1.1;
    private static final double DASH = 7;
    private static final double RING = 3.4;
    private static final double RING_STROKE = 1.7;
    private static final double BADGE = 12;
    private static final double BEND = 5;

    void band(PlacedCurve placed) {
        List<CurvePoint> points = placed.points();
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
        group.forEach(placed -> full(placed, placed.id().equals(focusedMachine) || marks.standsOut(placed.id())));
        brush.strength(1);
    }

    private void dimmed(List<PlacedCurve> group) {
        boolean dims = group.stream().allMatch(curve -> marks.dims(curve.id()));
        brush.strength(dims ? MarkState.DIMMED : 1);
    }

    /// Where a curve across users bends because the cache is full: a bar across it, and words where it stands out.
    private void full(PlacedCurve placed, boolean speaks) {
        if (placed.curve().full().isEmpty() || !placed.runs()) {
            return;
        }
        int users = placed.curve().full().getAsInt();
        double x = layout.scale().x(users);
        if (!layout.scale().axis().span().covers(users) || !placed.covers(x)) {
            return;
        }
        double y = placed.yAt(x);
        Color colour = brush.colour(placed.curve().machine());
        brush.line(x, y - BEND, x, y + BEND, 2, colour);
        if (speaks) {
            brush.haloText(text.atOnce(users), x, y - BEND - 8, Align.CENTRE, TextStyle.TICK_STRONG, colour);
        }
    }

    private void end(PlacedCurve placed) {
        if (placed.endsHere()) {
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
        rings(placed, _ -> true);
    }

    /// Those that a line there would cut.
    void ringsNear(double x) {
        layout.curves()
                .forEach(placed -> rings(placed, at -> Math.abs(layout.scale().x(at) - x) <= 2 * RING));
    }

    private void rings(PlacedCurve placed, DoublePredicate wanted) {
        brush.strength(marks.dims(placed.id()) ? MarkState.DIMMED : 1);
        for (MeasuredPoint measured : placed.curve().measured()) {
            if (layout.scale().axis().span().covers(measured.at()) && wanted.test(measured.at())) {
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

    /// A pinned curve that looks like the present one is not drawn.
    void pin(PinnedCurve pin) {
        PlacedCurve placed = placed(pin);
        if (isDrawn(placed)) {
            brush.strength(marks.dims(placed.id()) ? MarkState.DIMMED : 1);
            brush.path(placed.xs(), placed.ys(), PINNED, brush.colour(pin.machine()), 4, 3);
            brush.strength(1);
        }
    }

    /// The letter of a pinned curve.
    ///
    /// @param place which letter from the left
    void letter(PinnedCurve pin, int place) {
        PlacedCurve placed = placed(pin);
        if (!isDrawn(placed)) {
            return;
        }
        double x = Math.min(layout.scale().axis().first() + 60 + 18 * place, placed.endX());
        if (placed.covers(x)) {
            brush.strength(marks.dims(placed.id()) ? MarkState.DIMMED : 1);
            var box = new Box(x - BADGE / 2, placed.yAt(x) - BADGE / 2, BADGE, BADGE);
            brush.fillRound(box, 3, brush.colour(pin.machine()));
            brush.text(pin.letter(), x, box.middleY(), Align.CENTRE, TextStyle.TICK_STRONG, brush.colour(Ink.CANVAS));
            brush.strength(1);
        }
    }

    private PlacedCurve placed(PinnedCurve pin) {
        return PlacedCurve.of(new Curve(pin.machine(), pin.points(), List.of(), Curve.End.OPEN), layout.scale());
    }

    private boolean isDrawn(PlacedCurve pinned) {
        return pinned.runs()
                && !layout.curve(pinned.id()).map(pinned::looksLike).orElse(false);
    }
}
