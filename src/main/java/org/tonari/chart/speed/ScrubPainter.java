package org.tonari.chart.speed;

import java.util.List;
import java.util.Map;
import org.tonari.chart.Box;
import org.tonari.chart.Brush;
import org.tonari.chart.Brush.Align;
import org.tonari.chart.Glyphs;
import org.tonari.chart.Ink;
import org.tonari.chart.MachineMark;
import org.tonari.chart.Mark;
import org.tonari.chart.MarkState;
import org.tonari.chart.TextStyle;

/// Paints what moves with the vertical line of the speed chart: the line, its chip, the places beside it, the values on
/// it; and the cross-hair, which is such a line under the pointer.
///
/// @param brush  what it paints with
/// @param layout where everything stands
/// @param marks  what is pointed at and selected
/// @param text   writes the numbers
record ScrubPainter(Brush brush, SpeedLayout layout, MarkState marks, ThroughputText text) {
    private static final double TICK_LABEL_DROP = 13;
    private static final double CHIP_HEIGHT = 16;
    private static final double CHIP_PADDING = 8;
    private static final double HANDLE = 5.5;
    private static final double HANDLE_Y = 9;
    private static final double VALUE_GAP = 8;
    private static final double VALUE_ROOM = 48;
    private static final double SAME_PLACE = 3;
    private static final double RING_REACH = 6;

    /// @param scrub where the line stands
    /// @param exact what is known there without reading it off a curve, by machine
    void paint(double scrub, Map<String, CurvePoint> exact, SpeedTarget target) {
        boolean visible = layout.scale().axis().span().covers(scrub);
        places(scrub);
        targetWords(target, scrub);
        if (visible) {
            line(scrub);
            new CurvePainter(brush, layout, marks, text)
                    .ringsNear(layout.scale().x(scrub));
        }
        double pointed = pointed();
        boolean crowded = Math.abs(layout.scale().x(pointed) - layout.scale().x(scrub)) < VALUE_ROOM;
        if (visible && !crowded) {
            values(ScrubValue.of(layout.groups(), layout.scale(), scrub, exact, text), false);
        }
        crossHair(pointed, visible ? layout.scale().x(scrub) : Double.NaN);
        chip(scrub, words(scrub));
    }

    /// @return the place under the pointer; not a number where there is none
    private double pointed() {
        return switch (marks.hovered()) {
            case Mark.Point point -> point.at();
            case Mark.Place place -> place.at();
            case Mark.Nothing _, Mark.Whole _, Mark.Part _, Mark.Number _, Mark.Measurement _ -> Double.NaN;
        };
    }

    /// The chip takes the place of the labels below it.
    private void places(double scrub) {
        ContextAxis axis = layout.scale().axis();
        Box chip = chipBox(scrub, words(scrub));
        if (axis.span().start() == AxisSpan.Start.EMPTY_SLOT) {
            place(axis.start(), text.empty(), chip);
        }
        for (double at : axis.ticks()) {
            place(axis.x(at), text.place(at), chip);
        }
    }

    private void place(double x, String words, Box chip) {
        double width = brush.ruler().width(words, TextStyle.TICK);
        if (!chip.overlaps(new Box(x - width / 2, chip.y(), width, chip.height()))) {
            brush.text(
                    words,
                    x,
                    layout.scale().bottom() + TICK_LABEL_DROP,
                    Align.CENTRE,
                    TextStyle.TICK,
                    brush.colour(Ink.TEXT_2));
        }
    }

    private void targetWords(SpeedTarget target, double scrub) {
        if (target instanceof SpeedTarget.AtLeast wish
                && wish.value() <= layout.scale().ticks().top()) {
            double width = brush.ruler().width(wish.text(), TextStyle.TICK);
            double y = layout.scale().y(wish.value());
            TargetLabel.place(layout, y, width, layout.scale().x(scrub))
                    .ifPresent(place -> brush.haloText(
                            wish.text(),
                            place.x(),
                            place.middleY(),
                            Align.LEFT,
                            TextStyle.TICK,
                            brush.colour(Ink.TEXT_2)));
        }
    }

    private void line(double scrub) {
        double x = brush.crisp(layout.scale().x(scrub), 1.5);
        double bottom = layout.scale().bottom();
        brush.line(x, HANDLE_Y, x, bottom + SpeedPainter.TICK_LENGTH, 1.5, brush.colour(Ink.ACCENT));
        brush.area(
                new double[] {x - HANDLE, x + HANDLE, x},
                new double[] {HANDLE_Y - 3, HANDLE_Y - 3, HANDLE_Y + 3.5},
                brush.colour(Ink.ACCENT));
    }

    /// Symbols and values where a vertical line crosses the curves.
    ///
    /// @param aside whether something stands in the way at its right
    private void values(List<ScrubValue> values, boolean aside) {
        boolean left = aside
                || values.stream()
                        .anyMatch(value -> value.x() > layout.scale().axis().end() + SpeedFrame.OVERRUN - VALUE_ROOM);
        for (ScrubValue value : values) {
            MachineMark machine = value.curve().curve().machine();
            brush.strength(dimsGroup(value.curve()) ? MarkState.DIMMED : 1);
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
                        && Math.abs(layout.scale().y(measured.value()) - value.y()) < RING_REACH);
    }

    /// All machines at the place under the pointer.
    private void crossHair(double at, double scrubX) {
        if (Double.isNaN(at)) {
            return;
        }
        PlotScale scale = layout.scale();
        double x = scale.x(at);
        brush.line(x, scale.top(), x, scale.bottom(), 1, brush.colour(Ink.TEXT_3), 2, 3);
        marks.hovered()
                .machine()
                .flatMap(layout::curve)
                .filter(curve -> curve.covers(x))
                .ifPresent(curve ->
                        brush.line(SpeedFrame.LEFT, curve.yAt(x), x, curve.yAt(x), 1, brush.colour(Ink.TEXT_3), 2, 3));
        values(ScrubValue.of(layout.groups(), scale, at, Map.of(), text), x < scrubX && scrubX < x + VALUE_ROOM);
        String words = words(at);
        brush.haloText(words, x, scale.top() - 6, Align.CENTRE, TextStyle.TICK, brush.colour(Ink.TEXT_2));
    }

    private void chip(double scrub, String words) {
        Box chip = chipBox(scrub, words);
        brush.fillRound(chip, 4, brush.colour(Ink.ACCENT));
        brush.text(words, chip.middleX(), chip.middleY(), Align.CENTRE, TextStyle.CHIP, brush.colour(Ink.ON_ACCENT));
    }

    private Box chipBox(double scrub, String words) {
        double width = brush.ruler().width(words, TextStyle.CHIP) + 2 * CHIP_PADDING;
        double x = layout.scale().x(scrub) - width / 2;
        double y = layout.scale().bottom() + TICK_LABEL_DROP - CHIP_HEIGHT / 2;
        return new Box(x, y, width, CHIP_HEIGHT);
    }

    /// Where the line is outside of what is looked at, the chip says in which direction.
    private String words(double at) {
        AxisSpan span = layout.scale().axis().span();
        String place = at < 1 ? text.empty() : text.place(at);
        if (at < span.lowest()) {
            return "◂ " + place;
        }
        return at > span.max() ? place + " ▸" : place;
    }
}
