package org.tonari.chart.speed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import org.tonari.chart.CanvasSkin;
import org.tonari.chart.Mark;
import org.tonari.chart.MarkWalk;

/// The marks of the speed chart: what lies where, what is said of it, where keys lead.
///
/// @param layout where everything stands
/// @param scrub  where the vertical line stands
/// @param text   writes the numbers
record SpeedMarks(SpeedLayout layout, double scrub, ThroughputText text) {
    private static final double CURVE_REACH = 8;
    private static final double RING_REACH = 6;
    private static final double LABEL_REACH = 6;
    private static final double POINT_RADIUS = 5;

    Mark at(double x, double y) {
        return measurementAt(x, y)
                .or(() -> pointAt(x, y))
                .or(() -> labelAt(x, y))
                .or(() -> placeAt(x, y))
                .orElse(Mark.NONE);
    }

    private Optional<Mark> measurementAt(double x, double y) {
        for (PlacedCurve curve : layout.curves()) {
            List<MeasuredPoint> measured = curve.curve().measured();
            for (int i = 0; i < measured.size(); i++) {
                if (layout.scale().axis().span().covers(measured.get(i).at())) {
                    double dx = layout.scale().x(measured.get(i).at()) - x;
                    double dy = layout.scale().y(measured.get(i).value()) - y;
                    if (Math.hypot(dx, dy) <= RING_REACH) {
                        return Optional.of(new Mark.Measurement(curve.id(), i));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Mark> pointAt(double x, double y) {
        return layout.nearest(x, y, CURVE_REACH).map(curve -> new Mark.Point(curve.id(), placeOf(x)));
    }

    private Optional<Mark> labelAt(double x, double y) {
        return layout.labels().stream()
                .filter(label ->
                        x > layout.scale().axis().end() + SpeedFrame.OVERRUN && Math.abs(label.y() - y) <= LABEL_REACH)
                .findFirst()
                .map(label -> new Mark.Whole(label.machines().getFirst().id()));
    }

    private Optional<Mark> placeAt(double x, double y) {
        ContextAxis axis = layout.scale().axis();
        boolean inside = x >= axis.start()
                && x <= axis.end()
                && y >= layout.scale().top()
                && y <= layout.scale().bottom();
        return inside && layout.curves().stream().anyMatch(PlacedCurve::runs)
                ? Optional.of(new Mark.Place(placeOf(x)))
                : Optional.empty();
    }

    private double placeOf(double x) {
        return Math.rint(layout.scale().axis().at(x));
    }

    /// @return where a mark stands; empty bounds where it does not
    Bounds boundsOf(Mark mark) {
        return switch (mark) {
            case Mark.Point point ->
                running(point.machineId())
                        .map(curve -> pointOf(curve, point))
                        .map(place -> round(place.at(), place.expected()))
                        .orElse(CanvasSkin.NOWHERE);
            case Mark.Measurement measurement ->
                measured(measurement)
                        .filter(point -> layout.scale().axis().span().covers(point.at()))
                        .map(point -> round(point.at(), point.value()))
                        .orElse(CanvasSkin.NOWHERE);
            case Mark.Nothing _, Mark.Whole _, Mark.Part _, Mark.Number _, Mark.Place _ -> CanvasSkin.NOWHERE;
        };
    }

    String spoken(Mark mark) {
        return switch (mark) {
            case Mark.Point point ->
                running(point.machineId())
                        .map(curve -> text.spoken(curve.curve().machine(), pointOf(curve, point)))
                        .orElse("");
            case Mark.Measurement measurement ->
                measured(measurement).map(MeasuredPoint::spoken).orElse("");
            case Mark.Whole whole ->
                layout.curve(whole.machineId())
                        .map(curve -> curve.curve().machine().name())
                        .orElse("");
            case Mark.Nothing _, Mark.Part _, Mark.Number _, Mark.Place _ -> "";
        };
    }

    Mark neighbour(Mark from, MarkWalk.Step step) {
        double at =
                switch (from) {
                    case Mark.Point point -> point.at();
                    case Mark.Place place -> place.at();
                    case Mark.Nothing _, Mark.Whole _, Mark.Part _, Mark.Number _, Mark.Measurement _ -> scrub;
                };
        double x = layout.scale().x(at);
        List<PlacedCurve> downwards = layout.curves().stream()
                .filter(curve -> curve.covers(x))
                .sorted(Comparator.comparingDouble(curve -> curve.yAt(x)))
                .toList();
        if (downwards.isEmpty()) {
            return Mark.NONE;
        }
        List<String> ids = downwards.stream().map(PlacedCurve::id).toList();
        int index = from.machine().map(ids::indexOf).orElse(-1);
        if (index < 0) {
            return new Mark.Point(ids.getFirst(), at);
        }
        PlacedCurve curve = downwards.get(index);
        return switch (step) {
            case UP -> new Mark.Point(ids.get(Math.max(index - 1, 0)), at);
            case DOWN -> new Mark.Point(ids.get(Math.min(index + 1, ids.size() - 1)), at);
            case LEFT -> new Mark.Point(curve.id(), stop(curve, at, -1));
            case RIGHT -> new Mark.Point(curve.id(), stop(curve, at, 1));
            case FIRST -> new Mark.Point(curve.id(), curve.points().getFirst().at());
            case LAST -> new Mark.Point(curve.id(), curve.points().getLast().at());
        };
    }

    /// @return the next tick, empty context or end of the curve in a direction
    private double stop(PlacedCurve curve, double at, int direction) {
        double first = curve.points().getFirst().at();
        double last = curve.points().getLast().at();
        var stops = new ArrayList<>(layout.scale().axis().ticks());
        stops.add(first);
        stops.add(last);
        return stops.stream()
                .filter(stop -> stop >= first && stop <= last && (stop - at) * direction > 0)
                .min(Comparator.comparingDouble(stop -> Math.abs(stop - at)))
                .orElse(at);
    }

    private Optional<PlacedCurve> running(String machineId) {
        return layout.curve(machineId).filter(PlacedCurve::runs);
    }

    private CurvePoint pointOf(PlacedCurve curve, Mark.Point mark) {
        return layout.scale().between(curve.points(), mark.at());
    }

    private Optional<MeasuredPoint> measured(Mark.Measurement mark) {
        return layout.curve(mark.machineId())
                .map(curve -> curve.curve().measured())
                .filter(measured -> mark.index() < measured.size())
                .map(measured -> measured.get(mark.index()));
    }

    private Bounds round(double at, double value) {
        return CanvasSkin.round(layout.scale().x(at), layout.scale().y(value), POINT_RADIUS);
    }
}
