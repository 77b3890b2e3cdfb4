package org.tonari.chart.speed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tonari.chart.NiceTicks;

/// Places everything in the speed chart.
///
/// @param frame  where the plot stands
/// @param scale  places on the plot
/// @param groups curves that look the same together, in the order of the data
/// @param labels at the curves' ends, from the top
record SpeedLayout(SpeedFrame frame, PlotScale scale, List<List<PlacedCurve>> groups, List<EndLabel> labels) {
    private static final double LABEL_OVERHANG = 8;

    static SpeedLayout of(List<Curve> curves, SpeedFrame frame, AxisSpan span, NiceTicks ticks, ThroughputText text) {
        var scale = new PlotScale(frame.axis(span), ticks, frame.top(), frame.bottom());
        List<List<PlacedCurve>> groups = grouped(
                curves.stream().map(curve -> PlacedCurve.of(curve, scale)).toList());
        return new SpeedLayout(
                frame,
                scale,
                groups,
                CurveLabels.of(groups, frame.top() - LABEL_OVERHANG, frame.bottom() + LABEL_OVERHANG, text));
    }

    /// @return the vertical axis for what of these curves is on the other one; a target that is not far above them is
    ///         on it
    static NiceTicks ticks(List<Curve> curves, AxisSpan span, SpeedTarget target, ThroughputText text) {
        double highest = curves.stream()
                .flatMap(curve -> PlacedCurve.on(span, curve.points()).stream())
                .mapToDouble(CurvePoint::expected)
                .max()
                .orElse(0);
        double top =
                switch (target) {
                    case SpeedTarget.AtLeast wish
                    when wish.value() <= 1.6 * highest || highest == 0 -> Math.max(highest, wish.value());
                    case SpeedTarget.AtLeast _, SpeedTarget.None _ -> highest;
                };
        return text.isTime() ? NiceTicks.upToSeconds(top) : NiceTicks.upTo(top);
    }

    List<PlacedCurve> curves() {
        return groups.stream().flatMap(List::stream).toList();
    }

    Optional<PlacedCurve> curve(String machineId) {
        return curves().stream().filter(curve -> curve.id().equals(machineId)).findFirst();
    }

    /// @return the curve nearest to a point, if one is within reach
    Optional<PlacedCurve> nearest(double x, double y, double reach) {
        return curves().stream()
                .filter(curve -> curve.covers(x) && Math.abs(curve.yAt(x) - y) <= reach)
                .min(Comparator.comparingDouble(curve -> Math.abs(curve.yAt(x) - y)));
    }

    private static List<List<PlacedCurve>> grouped(List<PlacedCurve> curves) {
        var groups = new ArrayList<List<PlacedCurve>>();
        for (PlacedCurve curve : curves) {
            groups.stream()
                    .filter(group -> group.getFirst().looksLike(curve))
                    .findFirst()
                    .ifPresentOrElse(group -> group.add(curve), () -> groups.add(new ArrayList<>(List.of(curve))));
        }
        return groups;
    }
}
