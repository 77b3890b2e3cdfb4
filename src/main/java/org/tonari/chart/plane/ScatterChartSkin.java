package org.tonari.chart.plane;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import org.tonari.chart.Box;
import org.tonari.chart.Brush;
import org.tonari.chart.Brush.Align;
import org.tonari.chart.CanvasSkin;
import org.tonari.chart.Glyphs;
import org.tonari.chart.Ink;
import org.tonari.chart.Mark;
import org.tonari.chart.MarkWalk;
import org.tonari.chart.Room;
import org.tonari.chart.TextStyle;

/// Paints dots about a diagonal; arrows walk them in the order of what was measured.
final class ScatterChartSkin extends CanvasSkin<ScatterChart> {
    private static final Room ROOM = new Room(240, 200, 240, 200);
    private static final double REACH = 9;
    private static final double SIZE = 0.72;
    private static final double DIM = 0.25;
    private static final double FULL = 0.85;
    private static final double QUARTER = 1.25;
    private static final double LABEL_GAP = 44;

    private ScatterFrame frame = ScatterFrame.of(List.of(), 100, 100);

    ScatterChartSkin(ScatterChart chart) {
        super(chart, ROOM);
        repaintOn(List.of(chart.dotsProperty(), chart.acrossProperty(), chart.upProperty()));
    }

    private List<ScatterDot> dots() {
        return getSkinnable().getDots();
    }

    @Override
    protected void paint(Brush brush, double width, double height) {
        frame = ScatterFrame.of(dots(), width, height);
        grid(brush);
        diagonal(brush);
        Optional<String> machine = getSkinnable().getHovered().machine();
        for (ScatterDot dot : dots()) {
            boolean other =
                    machine.isPresent() && !machine.get().equals(dot.machine().id());
            brush.strength(other ? DIM : FULL);
            dot(brush, dot, SIZE);
        }
        brush.strength(1);
        dotOf(getSkinnable().getHovered()).ifPresent(dot -> dot(brush, dot, 1.3));
        dotOf(getSkinnable().getSelection())
                .ifPresent(_ -> ring(brush, getSkinnable().getSelection()));
        focusRing(brush, width, height);
    }

    private void dot(Brush brush, ScatterDot dot, double scale) {
        brush.glyph(
                Glyphs.path(dot.machine().symbol()),
                frame.x(dot.measured()),
                frame.y(dot.estimated()),
                scale,
                brush.colour(dot.machine()));
    }

    private void grid(Brush brush) {
        Box plot = frame.plot();
        double lastX = Double.NEGATIVE_INFINITY;
        double lastY = Double.POSITIVE_INFINITY;
        for (double tick : frame.ticks()) {
            double x = frame.x(tick);
            double y = frame.y(tick);
            brush.line(x, plot.y(), x, plot.bottom(), 1, brush.colour(Ink.GRID));
            brush.line(plot.x(), y, plot.right(), y, 1, brush.colour(Ink.GRID));
            String words = words(tick);
            if (x - lastX >= LABEL_GAP) {
                brush.text(words, x, plot.bottom() + 11, Align.CENTRE, TextStyle.TICK, brush.colour(Ink.TEXT_2));
                lastX = x;
            }
            if (lastY - y >= LABEL_GAP / 2) {
                brush.text(words, plot.x() - 7, y, Align.RIGHT, TextStyle.TICK, brush.colour(Ink.TEXT_2));
                lastY = y;
            }
        }
        brush.line(plot.x(), plot.bottom(), plot.right(), plot.bottom(), 1, brush.colour(Ink.RULE));
        brush.line(plot.x(), plot.y(), plot.x(), plot.bottom(), 1, brush.colour(Ink.RULE));
        String across = getSkinnable().acrossProperty().get();
        brush.text(across, plot.right(), plot.bottom() + 29, Align.RIGHT, TextStyle.TICK, brush.colour(Ink.TEXT_2));
        String up = getSkinnable().upProperty().get();
        brush.haloText(up, plot.x() + 8, plot.y() + 8, Align.LEFT, TextStyle.TICK, brush.colour(Ink.TEXT_2));
    }

    private void diagonal(Brush brush) {
        double low = Math.pow(10, frame.low());
        double high = Math.pow(10, frame.high());
        line(brush, low, low, high, high, 1.5);
        line(brush, low, low * QUARTER, high / QUARTER, high, 1, 3, 4);
        line(brush, low * QUARTER, low, high, high / QUARTER, 1, 3, 4);
    }

    private void line(Brush brush, double x1, double y1, double x2, double y2, double width, double... dashes) {
        brush.path(
                new double[] {frame.x(x1), frame.x(x2)},
                new double[] {frame.y(y1), frame.y(y2)},
                width,
                brush.colour(Ink.TEXT_3),
                dashes);
    }

    private static String words(double tick) {
        return tick >= 1 ? Long.toString(Math.round(tick)) : Double.toString(tick);
    }

    @Override
    protected Mark markAt(double x, double y) {
        return IntStream.range(0, dots().size())
                .boxed()
                .filter(index -> distance(index, x, y) <= REACH)
                .min(Comparator.comparingDouble(index -> distance(index, x, y)))
                .map(this::mark)
                .orElse(Mark.NONE);
    }

    private double distance(int index, double x, double y) {
        ScatterDot dot = dots().get(index);
        return Math.hypot(frame.x(dot.measured()) - x, frame.y(dot.estimated()) - y);
    }

    private Mark mark(int index) {
        return new Mark.Measurement(dots().get(index).machine().id(), index);
    }

    private Optional<ScatterDot> dotOf(Mark mark) {
        return mark instanceof Mark.Measurement(String _, int index) && index < dots().size()
                ? Optional.of(dots().get(index))
                : Optional.empty();
    }

    @Override
    protected Bounds boundsOf(Mark mark) {
        return dotOf(mark)
                .<Bounds>map(dot -> new BoundingBox(frame.x(dot.measured()) - 5, frame.y(dot.estimated()) - 5, 10, 10))
                .orElse(NOWHERE);
    }

    @Override
    protected String spoken(Mark mark) {
        return dotOf(mark).map(ScatterDot::words).orElse("");
    }

    @Override
    protected Mark neighbour(Mark from, MarkWalk.Step step) {
        List<Integer> order = IntStream.range(0, dots().size())
                .boxed()
                .sorted(Comparator.comparingDouble(index -> dots().get(index).measured()))
                .toList();
        if (order.isEmpty()) {
            return Mark.NONE;
        }
        int at = from instanceof Mark.Measurement(String _, int index) ? order.indexOf(index) : -1;
        int next =
                switch (step) {
                    case LEFT, DOWN -> at <= 0 ? 0 : at - 1;
                    case RIGHT, UP -> Math.min(order.size() - 1, at + 1);
                    case FIRST -> 0;
                    case LAST -> order.size() - 1;
                };
        return mark(order.get(next));
    }

    @Override
    protected double computePrefWidth(double height, double top, double right, double bottom, double left) {
        return 520 * zoom();
    }

    @Override
    protected double computePrefHeight(double width, double top, double right, double bottom, double left) {
        return 480 * zoom();
    }
}
