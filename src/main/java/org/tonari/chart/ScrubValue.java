package org.tonari.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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

    /// @param groups curves that look the same together
    /// @param at     where the line stands
    /// @return one value for each group that reaches the line, from the top
    static List<ScrubValue> of(List<List<PlacedCurve>> groups, PlotScale scale, double at, ThroughputText text) {
        double x = scale.x(at);
        var values = new ArrayList<ScrubValue>();
        for (List<PlacedCurve> group : groups) {
            PlacedCurve curve = group.getFirst();
            if (curve.covers(x)) {
                double value = scale.between(curve.curve().points(), at).expected();
                values.add(new ScrubValue(curve, text.value(value), x, scale.y(value), scale.y(value) - RISE));
            }
        }
        values.sort(Comparator.comparingDouble(ScrubValue::y));
        double[] wanted = values.stream().mapToDouble(ScrubValue::textY).toArray();
        double[] placed = LabelSolver.solve(wanted, SPACING, scale.top() - RISE, scale.bottom() - RISE);
        var result = new ArrayList<ScrubValue>();
        for (int i = 0; i < placed.length; i++) {
            ScrubValue value = values.get(i);
            result.add(new ScrubValue(value.curve(), value.text(), value.x(), value.y(), placed[i]));
        }
        return result;
    }
}
