package org.tonari.chart.speed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.tonari.chart.LabelSolver;

/// A curve's value on the scrub line.
///
/// @param curve which
/// @param text  the value
/// @param x     of the curve
/// @param y     of the curve
/// @param textY the text's middle
record ScrubValue(PlacedCurve curve, String text, double x, double y, double textY) {
    private static final double RISE = 7;
    private static final double SPACING = 12.5;
    private static final double FARTHEST = 28;

    /// @param groups curves that look the same together
    /// @param at     where the line stands
    /// @param exact  what is known there without reading it off a curve, by machine
    /// @return one value for each group that reaches the line, from the top; without those that would have to stand
    /// so
    ///         far from their curve that they would be read with another
    static List<ScrubValue> of(
            List<List<PlacedCurve>> groups,
            PlotScale scale,
            double at,
            Map<String, CurvePoint> exact,
            ThroughputText text) {
        double x = scale.x(at);
        var values = new ArrayList<ScrubValue>();
        for (List<PlacedCurve> group : groups) {
            PlacedCurve curve = group.getFirst();
            if (curve.covers(x)) {
                CurvePoint read = exact.getOrDefault(curve.id(), scale.between(curve.points(), at));
                double value = read.expected();
                values.add(new ScrubValue(curve, text.value(value), x, scale.y(value), scale.y(value) - RISE));
            }
        }
        values.sort(Comparator.comparingDouble(ScrubValue::y));
        double[] placed = apart(values, scale);
        for (int far = farthest(values, placed); far >= 0; far = farthest(values, placed)) {
            values.remove(far);
            placed = apart(values, scale);
        }
        var result = new ArrayList<ScrubValue>();
        for (int i = 0; i < placed.length; i++) {
            ScrubValue value = values.get(i);
            result.add(new ScrubValue(value.curve(), value.text(), value.x(), value.y(), placed[i]));
        }
        return result;
    }

    private static double[] apart(List<ScrubValue> values, PlotScale scale) {
        double[] wanted = values.stream().mapToDouble(ScrubValue::textY).toArray();
        return LabelSolver.solve(wanted, SPACING, scale.top() - RISE, scale.bottom() - RISE);
    }

    /// @return the value that stands farthest from its curve; -1 where all are near enough to be read with it
    private static int farthest(List<ScrubValue> values, double[] placed) {
        int farthest = -1;
        double distance = FARTHEST;
        for (int i = 0; i < placed.length; i++) {
            if (Math.abs(placed[i] - values.get(i).textY()) > distance) {
                farthest = i;
                distance = Math.abs(placed[i] - values.get(i).textY());
            }
        }
        return farthest;
    }
}
