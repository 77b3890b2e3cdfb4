package org.tonari.chart.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tonari.chart.Box;
import org.tonari.chart.Mark;
import org.tonari.chart.TextRuler;

/// Where the marks of the memory chart are, and in which order keys walk through them.
///
/// @param places every mark with its box; what lies on top stands later
record StackMarks(List<Place> places) {
    private static final double LEAST_TARGET = 7;
    private static final double HEAD_LINE = 16;
    private static final double FOOT_LINE = 20;

    /// A mark and its place.
    ///
    /// @param mark   which
    /// @param box    where it is drawn
    /// @param target where the mouse means it
    /// @param spoken what a screen reader says
    record Place(Mark mark, Box box, Box target, String spoken) {}

    static StackMarks of(StackLayout layout, TextRuler ruler) {
        var places = new ArrayList<Place>();
        FootLine.Form form = FootLine.form(layout.columns(), ruler);
        for (PlacedColumn column : layout.columns()) {
            ofColumn(column, layout.frame(), FootLine.of(column, form, ruler), places);
        }
        return new StackMarks(List.copyOf(places));
    }

    /// @return the mark at a point, the uppermost where there are several; near thin ones, the nearest
    Mark at(double x, double y) {
        for (Place place : places.reversed()) {
            if (place.box().contains(x, y)) {
                return place.mark();
            }
        }
        return places.stream()
                .filter(place -> place.target().contains(x, y))
                .min(Comparator.comparingDouble(place -> Math.abs(place.box().middleY() - y)))
                .map(Place::mark)
                .orElse(Mark.NONE);
    }

    Optional<Place> place(Mark mark) {
        return places.stream()
                .filter(place -> place.mark().equals(mark) && !place.spoken().isEmpty())
                .reduce((one, other) -> new Place(mark, one.box().with(other.box()), one.target(), one.spoken()));
    }

    /// @param machineId whose
    /// @return its marks from the bottom to the top: figures, parts, verdict, name
    List<Mark> upwards(String machineId) {
        return places.stream()
                .filter(place -> !place.spoken().isEmpty() && isOf(place.mark(), machineId))
                .sorted(Comparator.comparingDouble((Place place) -> -place.box().bottom())
                        .thenComparingDouble(place -> place.box().x()))
                .map(Place::mark)
                .distinct()
                .toList();
    }

    private static boolean isOf(Mark mark, String machineId) {
        return mark.machine().map(machineId::equals).orElse(false);
    }

    private static void ofColumn(PlacedColumn placed, MemoryFrame frame, FootLine line, List<Place> places) {
        MemoryColumn column = placed.column();
        String id = placed.id();
        double width = placed.slot() - 6;
        var head = new Box(placed.x(), 0, width, frame.nameY() + HEAD_LINE / 2);
        add(new Mark.Whole(id), head, column.spoken(), places);
        var verdict = new Box(placed.x(), frame.verdictY() - HEAD_LINE / 2, width, HEAD_LINE);
        add(new Mark.Number(id, Mark.Figure.VERDICT), verdict, column.verdicts().getFirst(), places);
        var foot = new Box(placed.x(), frame.footY() - FOOT_LINE / 2, line.rateEnd() - placed.x(), FOOT_LINE);
        String rate = (column.rate() + " " + column.rateUnit()).strip();
        add(new Mark.Number(id, Mark.Figure.RATE), foot, rate, places);
        if (line.hasUsage()) {
            var usage = new Box(line.usageX(), foot.y(), line.right() - line.usageX(), FOOT_LINE);
            add(new Mark.Number(id, Mark.Figure.USAGE), usage, column.usage(), places);
        }
        for (PlacedPool pool : placed.pools()) {
            for (PlacedPart part : pool.parts()) {
                part.boxes().forEach(box -> add(part.mark(), box, part.part().spoken(), places));
            }
        }
        for (PlacedColumn.SideLabel label : placed.labels()) {
            double labelWidth = Math.max(placed.x() + width - label.x(), 20);
            double half = SideLabels.SPACING / 2 * Math.max(label.text().lines().count(), 1);
            var box = new Box(label.x(), label.y() - half, labelWidth, 2 * half);
            places.add(new Place(label.mark(), box, box, ""));
        }
    }

    private static void add(Mark mark, Box box, String spoken, List<Place> places) {
        double lack = Math.max(LEAST_TARGET - box.height(), 0) / 2;
        var target = new Box(box.x(), box.y() - lack, box.width(), box.height() + 2 * lack);
        places.add(new Place(mark, box, target, spoken));
    }
}
