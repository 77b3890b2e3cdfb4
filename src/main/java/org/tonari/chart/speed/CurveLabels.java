package org.tonari.chart.speed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.tonari.chart.LabelSolver;
import org.tonari.chart.MachineMark;

/// Labels at the curves' ends, never one upon another.
///
/// Where the plot is too low for all of them, they first move closer, then their values give way, then the closest two
/// become one, until all fit.
final class CurveLabels {
    private static final double SPACING = 14;
    private static final double LEAST_SPACING = 12.5;

    private CurveLabels() {}

    /// @param groups curves that look the same together; those that do not run alone
    /// @param low    the topmost middle
    /// @param high   the lowest middle
    /// @param text   writes values
    /// @return the labels from the top
    static List<EndLabel> of(List<List<PlacedCurve>> groups, double low, double high, ThroughputText text) {
        List<EndLabel> labels = wishes(groups, high, text);
        double spacing = SPACING;
        if (needed(labels, spacing) > high - low) {
            spacing = LEAST_SPACING;
        }
        if (needed(labels, spacing) > high - low) {
            labels = new ArrayList<>(labels.stream().map(EndLabel::withoutValue).toList());
            while (labels.size() > 1 && needed(labels, spacing) > high - low) {
                joinClosest(labels);
            }
        }
        double[] wanted = labels.stream().mapToDouble(EndLabel::y).toArray();
        double[] placed = LabelSolver.solve(wanted, spacing, low, high);
        var result = new ArrayList<EndLabel>();
        for (int i = 0; i < placed.length; i++) {
            result.add(labels.get(i).at(placed[i]));
        }
        return result;
    }

    private static double needed(List<EndLabel> labels, double spacing) {
        return (labels.size() - 1) * spacing;
    }

    private static List<EndLabel> wishes(List<List<PlacedCurve>> groups, double high, ThroughputText text) {
        var running = groups.stream()
                .filter(group -> group.getFirst().runs())
                .map(group -> running(group, text))
                .sorted(Comparator.comparingDouble(EndLabel::anchorY));
        var resting = groups.stream()
                .filter(group -> !group.getFirst().runs())
                .map(group -> new EndLabel(
                        machines(group),
                        EndLabel.Joint.LIST,
                        resting(group.getFirst().curve(), text),
                        Double.NaN,
                        Double.NaN,
                        high));
        return new ArrayList<>(Stream.concat(running, resting).toList());
    }

    /// Where the memory is full left of what is looked at, that place is said.
    private static String resting(Curve curve, ThroughputText text) {
        return curve.runs() && curve.end() == Curve.End.OUT_OF_MEMORY
                ? full(curve.points().getLast(), text)
                : text.notRunning();
    }

    private static String full(CurvePoint last, ThroughputText text) {
        return "✕ " + text.place(last.at());
    }

    private static EndLabel running(List<PlacedCurve> group, ThroughputText text) {
        PlacedCurve first = group.getFirst();
        CurvePoint last = first.points().getLast();
        String value = first.endsHere() ? full(last, text) : text.value(last.expected());
        return new EndLabel(machines(group), joint(group, text), value, first.endX(), first.endY(), first.endY());
    }

    private static EndLabel.Joint joint(List<PlacedCurve> group, ThroughputText text) {
        long values = group.stream()
                .map(curve -> text.value(curve.points().getLast().expected()))
                .distinct()
                .count();
        return values == 1 ? EndLabel.Joint.EQUAL : EndLabel.Joint.NEAR;
    }

    private static List<MachineMark> machines(List<PlacedCurve> group) {
        return group.stream().map(curve -> curve.curve().machine()).toList();
    }

    private static void joinClosest(List<EndLabel> labels) {
        int closest = 0;
        for (int i = 1; i < labels.size() - 1; i++) {
            if (distance(labels, i) < distance(labels, closest)) {
                closest = i;
            }
        }
        EndLabel upper = labels.get(closest);
        EndLabel lower = labels.remove(closest + 1);
        var machines = new ArrayList<>(upper.machines());
        machines.addAll(lower.machines());
        labels.set(
                closest,
                new EndLabel(
                        machines,
                        EndLabel.Joint.LIST,
                        "",
                        upper.anchorX(),
                        upper.anchorY(),
                        (upper.y() + lower.y()) / 2));
    }

    /// Machines that do not run are joined first.
    private static double distance(List<EndLabel> labels, int index) {
        EndLabel one = labels.get(index);
        EndLabel next = labels.get(index + 1);
        return one.runs() == next.runs() ? Math.abs(next.y() - one.y()) : Double.MAX_VALUE;
    }
}
