package org.tonari.chart.memory;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import org.tonari.chart.Brush;
import org.tonari.chart.CanvasSkin;
import org.tonari.chart.Ink;
import org.tonari.chart.Mark;
import org.tonari.chart.MarkState;
import org.tonari.chart.MarkWalk;
import org.tonari.chart.Room;
import org.tonari.units.Bytes;

/// Lays out and paints memory columns.
final class MemoryStackChartSkin extends CanvasSkin<MemoryStackChart> {
    private static final Room ROOM = new Room(0, 150, 0, 230);

    private final ColumnDrag drag;
    private StackLayout layout = new StackLayout(new MemoryFrame(0, 0, 0), ScaleMode.SAME_SCALE, Bytes.ZERO, List.of());
    private StackMarks marks = new StackMarks(List.of());

    MemoryStackChartSkin(MemoryStackChart chart) {
        super(chart, ROOM);
        repaintOn(List.of(
                chart.stacksProperty(),
                chart.pinsProperty(),
                chart.scaleModeProperty(),
                chart.unitProperty(),
                chart.carriedProperty()));
        drag = new ColumnDrag(chart);
        drag.attach();
    }

    @Override
    protected void paint(Brush brush, double width, double height) {
        MemoryStackChart chart = getSkinnable();
        var bare = new MemoryFrame(width, height, chart.getStacks().size());
        MemoryFrame frame = new ColumnHeading(ruler())
                .fit(chart.getStacks(), chart.getPins().isEmpty() ? bare : bare.withBadges());
        Set<String> named = chart.getHovered().machine().map(Set::of).orElse(Set.of());
        layout = StackLayout.of(chart.getStacks(), frame, chart.getScaleMode(), named, brush.ruler());
        chart.name(layout.saysNames());
        marks = StackMarks.of(layout, ruler());
        var state = new MarkState(carried().orElse(chart.getHovered()), chart.getSelection());
        new MemoryPainter(brush, chart.getUnit()).paint(layout, chart.getPins(), state);
        ring(brush, chart.getSelection());
        insertMark(brush, frame);
        focusRing(brush, width, height);
    }

    /// @return the machine that is carried: all others are dimmed
    private Optional<Mark> carried() {
        int column = getSkinnable().getCarried().column();
        return column < 0 || column >= getSkinnable().getStacks().size()
                ? Optional.empty()
                : Optional.of(new Mark.Whole(
                        getSkinnable().getStacks().get(column).machine().id()));
    }

    /// Where the column that is carried would stand.
    private void insertMark(Brush brush, MemoryFrame frame) {
        Carried carried = getSkinnable().getCarried();
        if (carried.places() != 0) {
            double x = frame.columnX(carried.gap()) - 6;
            brush.line(x, 2, x, frame.footY() + 8, 2, brush.colour(Ink.ACCENT));
            brush.area(new double[] {x - 5, x + 5, x}, new double[] {2, 2, 8}, brush.colour(Ink.ACCENT));
        }
    }

    @Override
    public void dispose() {
        drag.detach();
        super.dispose();
    }

    @Override
    protected Mark markAt(double x, double y) {
        return marks.at(x, y);
    }

    @Override
    protected Bounds boundsOf(Mark mark) {
        return marks.place(mark)
                .map(StackMarks.Place::box)
                .<Bounds>map(box -> new BoundingBox(box.x(), box.y(), box.width(), box.height()))
                .orElse(NOWHERE);
    }

    @Override
    protected String spoken(Mark mark) {
        return marks.place(mark).map(StackMarks.Place::spoken).orElse("");
    }

    @Override
    protected double computeMinWidth(double height, double top, double right, double bottom, double left) {
        double slots = MemoryFrame.LEAST_SLOT * getSkinnable().getStacks().size();
        return left + right + zoom() * (MemoryFrame.LEFT + slots + 16);
    }

    @Override
    protected double computePrefWidth(double height, double top, double right, double bottom, double left) {
        return computeMinWidth(height, top, right, bottom, left);
    }

    @Override
    protected Mark neighbour(Mark from, MarkWalk.Step step) {
        List<String> machines = layout.columns().stream().map(PlacedColumn::id).toList();
        if (machines.isEmpty()) {
            return Mark.NONE;
        }
        int column = from.machine().map(machines::indexOf).orElse(-1);
        if (column < 0) {
            return new Mark.Whole(machines.getFirst());
        }
        return switch (step) {
            case LEFT -> across(from, machines.get(Math.max(column - 1, 0)));
            case RIGHT -> across(from, machines.get(Math.min(column + 1, machines.size() - 1)));
            case FIRST -> across(from, machines.getFirst());
            case LAST -> across(from, machines.getLast());
            case UP -> along(from, machines.get(column), 1);
            case DOWN -> along(from, machines.get(column), -1);
        };
    }

    /// @return the same kind of mark at another machine, or that machine where it has none
    private Mark across(Mark from, String machine) {
        Mark same =
                switch (from) {
                    case Mark.Part part -> new Mark.Part(machine, part.pool(), part.part());
                    case Mark.Number number -> new Mark.Number(machine, number.figure());
                    case Mark.Nothing _, Mark.Whole _, Mark.Point _, Mark.Measurement _, Mark.Place _ ->
                        new Mark.Whole(machine);
                };
        return marks.place(same).isPresent() ? same : new Mark.Whole(machine);
    }

    private Mark along(Mark from, String machine, int by) {
        List<Mark> upwards = marks.upwards(machine);
        int at = upwards.indexOf(from);
        return at < 0 ? upwards.getLast() : upwards.get(Math.clamp(at + by, 0, upwards.size() - 1));
    }
}
