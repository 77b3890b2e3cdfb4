package org.tonari.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;

/// Lays out and paints speed curves.
final class ThroughputChartSkin extends CanvasSkin<ThroughputChart> {
    private static final Bounds NOWHERE = new BoundingBox(0, 0, -1, -1);
    static final double PREFERRED_WIDTH = 1024;
    private static final double PREFERRED_HEIGHT = 194;
    private static final double LEAST_WIDTH = 480;
    private static final double LEAST_HEIGHT = 130;
    private static final double CURVE_REACH = 8;
    private static final double RING_REACH = 6;
    private static final double POINT_RADIUS = 5;

    private final ScrubDrag drag;
    private SpeedLayout layout;

    ThroughputChartSkin(ThroughputChart chart) {
        super(chart);
        repaintOn(List.of(
                chart.curvesProperty(),
                chart.pinsProperty(),
                chart.spanProperty(),
                chart.textProperty(),
                chart.scrubProperty(),
                chart.scrubbingProperty(),
                chart.targetProperty(),
                chart.focusedMachineProperty()));
        layout = laidOut(new SpeedFrame(PREFERRED_WIDTH, PREFERRED_HEIGHT), NiceTicks.upTo(1));
        drag = new ScrubDrag(chart);
        drag.attach();
    }

    @Override
    void paint(Brush brush, double width, double height) {
        ThroughputChart chart = getSkinnable();
        NiceTicks ticks =
                chart.isScrubbing() ? layout.scale().ticks() : SpeedLayout.ticks(chart.getCurves(), chart.getTarget());
        layout = laidOut(new SpeedFrame(width, height), ticks);
        var ground = new SpeedPainter(brush, layout, chart.getText());
        ground.grid();
        ground.places(chart.getScrub());
        var state = new MarkState(chart.getHovered(), chart.getSelection());
        var painter = new CurvePainter(brush, layout, state);
        bands(painter);
        ground.target(chart.getTarget(), chart.getScrub());
        pins(painter);
        layout.groups().forEach(group -> painter.group(group, chart.getFocusedMachine()));
        ground.scrubLine(chart.getScrub());
        layout.curves().forEach(painter::rings);
        painter.values();
        if (chart.getHovered() instanceof Mark.Point point) {
            painter.crossHair(point, chart.getText());
        }
        new EndLabelPainter(brush, layout, state).paint();
        ground.scrubChip(chart.getScrub());
        ring(brush, chart.getSelection());
        focusRing(brush, width, height);
    }

    private SpeedLayout laidOut(SpeedFrame frame, NiceTicks ticks) {
        ThroughputChart chart = getSkinnable();
        return SpeedLayout.of(chart.getCurves(), frame, chart.getSpan(), ticks, chart.getScrub(), chart.getText());
    }

    private void bands(CurvePainter painter) {
        String focused = getSkinnable().getFocusedMachine();
        String hovered = getSkinnable().getHovered().machine().orElse("");
        for (PlacedCurve curve : layout.curves()) {
            if (curve.runs()
                    && (curve.id().equals(hovered)
                            || (hovered.isEmpty() && curve.id().equals(focused)))) {
                painter.band(curve);
            }
        }
    }

    private void pins(CurvePainter painter) {
        var letters = new ArrayList<String>();
        for (PinnedCurve pin : getSkinnable().getPins()) {
            if (!letters.contains(pin.letter())) {
                letters.add(pin.letter());
            }
            painter.pin(pin, letters.indexOf(pin.letter()));
        }
    }

    @Override
    Mark markAt(double x, double y) {
        return measurementAt(x, y)
                .or(() -> pointAt(x, y))
                .or(() -> labelAt(x, y))
                .orElse(Mark.NONE);
    }

    private Optional<Mark> measurementAt(double x, double y) {
        for (PlacedCurve curve : layout.curves()) {
            List<MeasuredPoint> measured = curve.curve().measured();
            for (int i = 0; i < measured.size(); i++) {
                double dx = layout.scale().x(measured.get(i).at()) - x;
                double dy = layout.scale().y(measured.get(i).value()) - y;
                if (Math.hypot(dx, dy) <= RING_REACH) {
                    return Optional.of(new Mark.Measurement(curve.id(), i));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Mark> pointAt(double x, double y) {
        double at = Math.rint(layout.scale().axis().at(x));
        return layout.nearest(x, y, CURVE_REACH).map(curve -> new Mark.Point(curve.id(), at));
    }

    private Optional<Mark> labelAt(double x, double y) {
        return layout.labels().stream()
                .filter(label -> x > layout.scale().axis().end() + SpeedFrame.OVERRUN && Math.abs(label.y() - y) <= 6)
                .findFirst()
                .map(label -> new Mark.Whole(label.machines().getFirst().id()));
    }

    @Override
    Bounds boundsOf(Mark mark) {
        return switch (mark) {
            case Mark.Point point ->
                layout.curve(point.machineId())
                        .filter(PlacedCurve::runs)
                        .map(curve -> pointOf(curve, point))
                        .map(place -> round(place.at(), place.expected()))
                        .orElse(NOWHERE);
            case Mark.Measurement measurement ->
                measured(measurement)
                        .map(point -> round(point.at(), point.value()))
                        .orElse(NOWHERE);
            case Mark.Nothing _, Mark.Whole _, Mark.Part _, Mark.Number _ -> NOWHERE;
        };
    }

    private CurvePoint pointOf(PlacedCurve curve, Mark.Point mark) {
        return layout.scale().between(curve.curve().points(), mark.at());
    }

    private Optional<MeasuredPoint> measured(Mark.Measurement mark) {
        return layout.curve(mark.machineId())
                .map(curve -> curve.curve().measured())
                .filter(measured -> mark.index() < measured.size())
                .map(measured -> measured.get(mark.index()));
    }

    private Bounds round(double at, double value) {
        double x = layout.scale().x(at) - POINT_RADIUS;
        double y = layout.scale().y(value) - POINT_RADIUS;
        return new BoundingBox(x, y, 2 * POINT_RADIUS, 2 * POINT_RADIUS);
    }

    @Override
    String spoken(Mark mark) {
        return switch (mark) {
            case Mark.Point point ->
                layout.curve(point.machineId())
                        .filter(PlacedCurve::runs)
                        .map(curve ->
                                getSkinnable().getText().spoken(curve.curve().machine(), pointOf(curve, point)))
                        .orElse("");
            case Mark.Measurement measurement ->
                measured(measurement).map(MeasuredPoint::spoken).orElse("");
            case Mark.Whole whole ->
                layout.curve(whole.machineId())
                        .map(curve -> curve.curve().machine().name())
                        .orElse("");
            case Mark.Nothing _, Mark.Part _, Mark.Number _ -> "";
        };
    }

    @Override
    Mark neighbour(Mark from, MarkWalk.Step step) {
        double at =
                from instanceof Mark.Point point ? point.at() : getSkinnable().getScrub();
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
            case FIRST ->
                new Mark.Point(curve.id(), curve.curve().points().getFirst().at());
            case LAST ->
                new Mark.Point(curve.id(), curve.curve().points().getLast().at());
        };
    }

    /// @return the next tick, empty context or end of the curve in a direction
    private double stop(PlacedCurve curve, double at, int direction) {
        double first = curve.curve().points().getFirst().at();
        double last = curve.curve().points().getLast().at();
        var stops = new ArrayList<>(layout.scale().axis().ticks());
        stops.add(first);
        stops.add(last);
        return stops.stream()
                .filter(stop -> stop >= first && stop <= last && (stop - at) * direction > 0)
                .min(Comparator.comparingDouble(stop -> Math.abs(stop - at)))
                .orElse(at);
    }

    @Override
    public void dispose() {
        drag.detach();
        super.dispose();
    }

    @Override
    protected double computeMinWidth(double height, double top, double right, double bottom, double left) {
        return left + right + zoom() * LEAST_WIDTH;
    }

    @Override
    protected double computePrefWidth(double height, double top, double right, double bottom, double left) {
        return left + right + zoom() * PREFERRED_WIDTH;
    }

    @Override
    protected double computeMinHeight(double width, double top, double right, double bottom, double left) {
        return top + bottom + zoom() * LEAST_HEIGHT;
    }

    @Override
    protected double computePrefHeight(double width, double top, double right, double bottom, double left) {
        return top + bottom + zoom() * PREFERRED_HEIGHT;
    }
}
