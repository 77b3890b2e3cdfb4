package org.tonari.chart.speed;

import java.util.List;
import javafx.scene.paint.Color;
import org.tonari.chart.Brush;
import org.tonari.chart.Brush.Align;
import org.tonari.chart.Glyphs;
import org.tonari.chart.Ink;
import org.tonari.chart.MachineMark;
import org.tonari.chart.MarkState;
import org.tonari.chart.TextRuler;
import org.tonari.chart.TextStyle;

/// Paints the labels at the curves' ends: leader, symbols, names, value.
///
/// @param brush  what it paints with
/// @param layout where everything stands
/// @param marks  what is pointed at and selected
record EndLabelPainter(Brush brush, SpeedLayout layout, MarkState marks) {
    private static final double ELBOW = 12;
    private static final double LEADER_END = 23;
    private static final double SYMBOL = 30;
    private static final double SYMBOL_STEP = 11;
    private static final double NAME_GAP = 9;
    private static final double VALUE_GAP = 8;
    private static final double RIGHT_MARGIN = 10;
    /// Seconds that take as many signs as any that are met: 58 min 58 s.
    private static final double LONG_TIME = 3_538;

    /// @param whole the axis, not zoomed
    /// @param text  writes values
    /// @return the room that names of machines need with a value behind them, whatever the values are
    static double room(List<Curve> curves, AxisSpan whole, ThroughputText text, TextRuler ruler) {
        boolean ends = whole.start() == AxisSpan.Start.FIRST_TICK
                || curves.stream().anyMatch(curve -> curve.runs() && curve.end() == Curve.End.OUT_OF_MEMORY);
        String longest = text.isTime() ? text.value(LONG_TIME) : ends ? "✕ 128k" : "888";
        double value = ruler.width(longest, TextStyle.CURVE_VALUE);
        double name = curves.stream()
                .mapToDouble(curve -> ruler.width(curve.machine().name(), TextStyle.CURVE))
                .max()
                .orElse(0);
        return Math.ceil(SYMBOL + NAME_GAP + name + VALUE_GAP + value + RIGHT_MARGIN);
    }

    void paint() {
        layout.labels().forEach(this::label);
        brush.strength(1);
    }

    private void label(EndLabel label) {
        boolean dims = label.machines().stream().allMatch(machine -> marks.dims(machine.id()));
        brush.strength(dims ? MarkState.DIMMED : 1);
        double end = layout.scale().axis().end();
        if (label.runs()) {
            leader(label, end);
        }
        double x = end + SYMBOL;
        for (MachineMark machine : label.machines()) {
            brush.glyph(Glyphs.path(machine.symbol()), x, label.y(), 1, brush.colour(machine));
            x += SYMBOL_STEP;
        }
        names(label, x - SYMBOL_STEP + NAME_GAP);
    }

    private void leader(EndLabel label, double end) {
        MachineMark machine = label.machines().getFirst();
        if (label.anchorX() < end - 1) {
            brush.line(label.anchorX() + 7, label.anchorY(), end, label.anchorY(), 0.8, brush.colour(machine), 1.5, 3);
        }
        brush.path(
                new double[] {end + 2, end + ELBOW, end + LEADER_END},
                new double[] {label.anchorY(), label.anchorY(), label.y()},
                1,
                brush.colour(machine));
    }

    private void names(EndLabel label, double x) {
        double right = layout.frame().width() - RIGHT_MARGIN;
        double value = brush.ruler().width(label.value(), TextStyle.CURVE_VALUE);
        double room = right - x - (label.runs() ? value + VALUE_GAP : value + 4);
        List<MachineMark> machines = label.machines();
        double after;
        if (machines.size() == 1) {
            String name = brush.ruler().elidedName(machines.getFirst().name(), TextStyle.CURVE, room);
            brush.text(name, x, label.y(), Align.LEFT, TextStyle.CURVE, ink(label, machines.getFirst()));
            after = x + brush.ruler().width(name, TextStyle.CURVE);
        } else {
            after = several(label, x, x + room);
        }
        if (label.runs()) {
            brush.text(
                    label.value(),
                    right,
                    label.y(),
                    Align.RIGHT,
                    TextStyle.CURVE_VALUE,
                    ink(label, machines.getFirst()));
        } else {
            brush.text(label.value(), after + 4, label.y(), Align.LEFT, TextStyle.CURVE, brush.colour(Ink.TEXT_2));
        }
    }

    private double several(EndLabel label, double x, double right) {
        String joint =
                switch (label.joint()) {
                    case EQUAL -> " = ";
                    case NEAR -> " ≈ ";
                    case LIST -> ", ";
                };
        List<String> names = shortNames(label.machines(), joint, right - x);
        double at = x;
        for (int i = 0; i < names.size(); i++) {
            String rest = " +" + (names.size() - i);
            double after = i + 1 < names.size() ? brush.ruler().width(rest, TextStyle.CURVE) : 0;
            if (i > 0 && at + brush.ruler().width(joint + names.get(i), TextStyle.CURVE) + after > right) {
                brush.text(rest, at, label.y(), Align.LEFT, TextStyle.CURVE, brush.colour(Ink.TEXT_2));
                return at + brush.ruler().width(rest, TextStyle.CURVE);
            }
            if (i > 0) {
                brush.text(joint, at, label.y(), Align.LEFT, TextStyle.CURVE, brush.colour(Ink.TEXT_2));
                at += brush.ruler().width(joint, TextStyle.CURVE);
            }
            String name = brush.ruler().elided(names.get(i), TextStyle.CURVE, right - at - after);
            brush.text(
                    name,
                    at,
                    label.y(),
                    Align.LEFT,
                    TextStyle.CURVE,
                    ink(label, label.machines().get(i)));
            at += brush.ruler().width(name, TextStyle.CURVE);
        }
        return at;
    }

    /// Where short names are too long together, the last word of each stands for it; symbol and colour stand before
    /// it.
    private List<String> shortNames(List<MachineMark> machines, String joint, double room) {
        List<String> names = machines.stream().map(MachineMark::shortName).toList();
        if (brush.ruler().width(String.join(joint, names), TextStyle.CURVE) <= room) {
            return names;
        }
        return names.stream()
                .map(name -> name.substring(name.lastIndexOf(' ') + 1))
                .toList();
    }

    private Color ink(EndLabel label, MachineMark machine) {
        return label.runs() ? brush.colour(machine) : brush.colour(Ink.TEXT_2);
    }
}
