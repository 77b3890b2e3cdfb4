package org.tonari.chart.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tonari.chart.Box;
import org.tonari.chart.MemoryPart;
import org.tonari.chart.TextRuler;
import org.tonari.chart.TextStyle;
import org.tonari.chart.memory.PlacedColumn.InnerNumber;
import org.tonari.chart.memory.PlacedColumn.SideLabel;

/// Finds the parts that have room for their number.
///
/// @param ruler measures
record InnerNumbers(TextRuler ruler) {
    private static final double ROOM = 15;
    private static final double MARGIN = 2;
    private static final double LINE = 12.5;
    private static final double FIELD_ROOM = 44;
    private static final double CLEARANCE = 4;
    private static final double FIELD_RISE = 0.26;

    /// @return the numbers that stand inside their parts
    List<InnerNumber> of(List<PlacedPool> pools) {
        var numbers = new ArrayList<InnerNumber>();
        for (PlacedPool pool : pools) {
            for (PlacedPart part : pool.parts()) {
                if (part.part().part() != MemoryPart.KEPT_FREE) {
                    inside(part).ifPresent(numbers::add);
                }
            }
        }
        return numbers;
    }

    private Optional<InnerNumber> inside(PlacedPart part) {
        if (part.part().part() == MemoryPart.SPARE) {
            return inRoom(part);
        }
        String text = part.part().size().isKnown() ? part.part().value() : "?";
        Box within = largest(part.within());
        Box box = fits(text, within) ? within : largest(part.over());
        return fits(text, box) ? Optional.of(new InnerNumber(part, box, text, box.middleY())) : Optional.empty();
    }

    /// Room over several columns is one field; its number stands in the upper third, named. In one column it stands
    /// above the stack.
    private Optional<InnerNumber> inRoom(PlacedPart spare) {
        String value = spare.part().value();
        String name = spare.part().name();
        double width = Math.max(ruler.width(value, TextStyle.TICK), ruler.width(name, TextStyle.TICK));
        for (Box field : List.of(wholeColumns(spare.boxes()), largest(spare.boxes()))) {
            boolean several = field.width() > spare.boxes().getFirst().width() + 1;
            if (several && width <= field.width() - 2 * MARGIN && field.height() >= FIELD_ROOM) {
                double y = field.y() + field.height() * FIELD_RISE;
                return Optional.of(new InnerNumber(spare, field, value + "\n" + name, y));
            }
        }
        Box first = spare.boxes().getFirst();
        boolean fits = first.height() >= ROOM && ruler.width(value, TextStyle.TICK) <= first.width() - MARGIN;
        return fits ? Optional.of(new InnerNumber(spare, first, value, first.middleY())) : Optional.empty();
    }

    private static Box wholeColumns(List<Box> boxes) {
        double highest = boxes.stream().mapToDouble(Box::height).max().orElse(0);
        return largest(
                boxes.stream().filter(box -> box.height() >= highest - 0.5).toList());
    }

    private boolean fits(String text, Box box) {
        boolean wide = ruler.width(text, TextStyle.TICK_STRONG) <= box.width() - MARGIN
                || ruler.width(text, TextStyle.TICK) <= box.width();
        return wide && box.height() >= ROOM;
    }

    /// @param boxes side by side, from the left
    /// @return the largest rectangle within them
    static Box largest(List<Box> boxes) {
        Box best = new Box(0, 0, 0, 0);
        for (int from = 0; from < boxes.size(); from++) {
            Box common = boxes.get(from);
            for (int to = from; to < boxes.size(); to++) {
                Box next = boxes.get(to);
                double top = Math.max(common.y(), next.y());
                double height = Math.max(Math.min(common.bottom(), next.bottom()) - top, 0);
                common = new Box(common.x(), top, next.right() - common.x(), height);
                if (common.width() * common.height() > best.width() * best.height()) {
                    best = common;
                }
            }
        }
        return best;
    }

    /// @return the numbers, those in fields moved to where no label beside the stack is, or left out
    static List<InnerNumber> clearOf(List<SideLabel> labels, List<InnerNumber> numbers, TextRuler ruler) {
        return numbers.stream()
                .flatMap(number ->
                        number.text().contains("\n") ? clearOf(labels, number, ruler).stream() : Stream.of(number))
                .toList();
    }

    private static Optional<InnerNumber> clearOf(List<SideLabel> labels, InnerNumber number, TextRuler ruler) {
        for (double rise : new double[] {FIELD_RISE, 0.14, 0.4, 0.55, 0.7}) {
            double y = number.box().y() + number.box().height() * rise;
            double width = number.text()
                    .lines()
                    .mapToDouble(line -> ruler.width(line, TextStyle.TICK))
                    .max()
                    .orElse(0);
            var words = new Box(number.box().middleX() - width / 2, y - LINE, width, 2 * LINE);
            boolean free =
                    labels.stream().noneMatch(label -> words.grown(CLEARANCE).overlaps(label.box(ruler)));
            if (free
                    && words.y() >= number.box().y()
                    && words.bottom() <= number.box().bottom()) {
                return Optional.of(new InnerNumber(number.part(), number.box(), number.text(), y));
            }
        }
        return Optional.empty();
    }
}
