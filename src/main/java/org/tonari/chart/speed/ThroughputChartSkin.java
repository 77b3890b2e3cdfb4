package org.tonari.chart.speed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import org.tonari.chart.Brush;
import org.tonari.chart.CanvasSkin;
import org.tonari.chart.Mark;
import org.tonari.chart.MarkState;
import org.tonari.chart.MarkWalk;
import org.tonari.chart.NiceTicks;
import org.tonari.chart.Room;
import org.tonari.chart.Ruler;

/// Lays out and paints speed curves: below what stays while the line is dragged, above what moves with it.
final class ThroughputChartSkin extends CanvasSkin<ThroughputChart> {
    static final double PREFERRED_WIDTH = 1024;
    private static final Room ROOM = new Room(480, 130, PREFERRED_WIDTH, 194);

    private final ScrubDrag drag;
    private final AxisActs acts;
    private Optional<Asked> asked = Optional.empty();
    private SpeedLayout layout;

    /// What a layout follows from.
    private record Asked(
            List<Curve> curves, SpeedFrame frame, AxisSpan span, NiceTicks ticks, ThroughputText text, Ruler ruler) {}

    /// What the lower picture follows from.
    private record Ground(
            SpeedLayout layout, Optional<String> hovered, String focused, List<PinnedCurve> pins, SpeedTarget target) {}

    ThroughputChartSkin(ThroughputChart chart) {
        super(chart, ROOM);
        repaintOn(List.of(
                chart.curvesProperty(),
                chart.readingsProperty(),
                chart.pinsProperty(),
                chart.shownSpanProperty(),
                chart.textProperty(),
                chart.scrubProperty(),
                chart.scrubbingProperty(),
                chart.targetProperty(),
                chart.focusedMachineProperty()));
        layout = SpeedLayout.of(
                List.of(),
                new SpeedFrame(PREFERRED_WIDTH, ROOM.height()),
                chart.getShownSpan(),
                NiceTicks.upTo(1),
                chart.getText());
        drag = new ScrubDrag(chart);
        drag.attach();
        acts = new AxisActs(chart);
        acts.attach();
    }

    @Override
    protected void paint(Brush brush, double width, double height) {
        ThroughputChart chart = getSkinnable();
        chart.giveLabels(EndLabelPainter.room(chart.getCurves(), chart.getSpan(), chart.getText(), ruler()));
        layOut(new SpeedFrame(width, height).withLabels(chart.getLabelRoom()));
        var state = new MarkState(chart.getHovered(), chart.getSelection());
        var ground = new Ground(
                layout, chart.getHovered().machine(), chart.getFocusedMachine(), chart.getPins(), chart.getTarget());
        below(ground, lower -> paintGround(lower, state));
        var moving = new ScrubPainter(brush, layout, state, chart.getText());
        moving.paint(chart.getScrub(), chart.getReadings(), chart.getTarget());
        ring(brush, chart.getSelection());
        focusRing(brush, width, height);
    }

    private void layOut(SpeedFrame frame) {
        ThroughputChart chart = getSkinnable();
        NiceTicks ticks = chart.isScrubbing() && asked.isPresent()
                ? layout.scale().ticks()
                : SpeedLayout.ticks(chart.getCurves(), chart.getShownSpan(), chart.getTarget(), chart.getText());
        var now =
                Optional.of(new Asked(chart.getCurves(), frame, chart.getShownSpan(), ticks, chart.getText(), ruler()));
        if (!now.equals(asked)) {
            layout = SpeedLayout.of(chart.getCurves(), frame, chart.getShownSpan(), ticks, chart.getText());
            asked = now;
        }
    }

    private void paintGround(Brush brush, MarkState state) {
        ThroughputChart chart = getSkinnable();
        var ground = new SpeedPainter(brush, layout, chart.getText());
        ground.grid();
        var painter = new CurvePainter(brush, layout, state, chart.getText());
        bands(painter);
        ground.target(chart.getTarget());
        chart.getPins().forEach(painter::pin);
        layout.groups().forEach(group -> painter.group(group, chart.getFocusedMachine()));
        layout.curves().forEach(painter::rings);
        letters(painter);
        new EndLabelPainter(brush, layout, state).paint();
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

    /// Letters stand above all curves.
    private void letters(CurvePainter painter) {
        var letters = new ArrayList<String>();
        for (PinnedCurve pin : getSkinnable().getPins()) {
            if (!letters.contains(pin.letter())) {
                letters.add(pin.letter());
            }
            painter.letter(pin, letters.indexOf(pin.letter()));
        }
    }

    private SpeedMarks marks() {
        return new SpeedMarks(layout, getSkinnable().getScrub(), getSkinnable().getText());
    }

    @Override
    protected Mark markAt(double x, double y) {
        return marks().at(x, y);
    }

    @Override
    protected Bounds boundsOf(Mark mark) {
        return marks().boundsOf(mark);
    }

    @Override
    protected String spoken(Mark mark) {
        return marks().spoken(mark);
    }

    @Override
    protected Mark neighbour(Mark from, MarkWalk.Step step) {
        return marks().neighbour(from, step);
    }

    @Override
    public void dispose() {
        drag.detach();
        acts.detach();
        super.dispose();
    }
}
