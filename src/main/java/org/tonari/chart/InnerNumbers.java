package org.tonari.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tonari.chart.PlacedColumn.InnerNumber;

/// Finds the parts that have room for their number.
///
/// @param ruler measures
record InnerNumbers(TextRuler ruler) {
    private static final double ROOM = 15;
    private static final double MARGIN = 2;
    private static final double FIELD_ROOM = 44;

    /// @return the numbers that stand inside their parts
    List<InnerNumber> of(List<PlacedPool> pools) {
        var numbers = new ArrayList<InnerNumber>();
        for (PlacedPool pool : pools) {
            for (PlacedPart part : pool.parts()) {
                if (part.part().part() != MemoryPart.KEPT_FREE) {
                    inside(pool, part).ifPresent(numbers::add);
                }
            }
        }
        return numbers;
    }

    private Optional<InnerNumber> inside(PlacedPool pool, PlacedPart part) {
        if (part.part().part() == MemoryPart.SPARE && part.boxes().size() > 1) {
            return inField(pool, part);
        }
        String text = part.part().size().isKnown() ? part.part().value() : "?";
        Box box = part.roomiest(ROOM);
        boolean fits = box.height() >= ROOM && ruler.width(text, TextStyle.TICK_STRONG) <= box.width() - MARGIN;
        return fits ? Optional.of(new InnerNumber(part, box, text, box.middleY())) : Optional.empty();
    }

    /// Spare room over whole columns is one field; its number stands in the upper third, named, clear of the labels
    /// beside
    /// the stack.
    private Optional<InnerNumber> inField(PlacedPool pool, PlacedPart spare) {
        double fold = pool.folded().fold();
        List<Box> whole = spare.boxes().stream()
                .filter(box -> box.height() >= fold - 0.5)
                .sorted(Comparator.comparingDouble(Box::x))
                .toList();
        if (whole.isEmpty()) {
            return Optional.empty();
        }
        Box field = whole.stream().reduce(Box::with).orElseThrow();
        String text = spare.part().value() + "\n" + spare.part().name();
        double width = Math.max(
                ruler.width(spare.part().value(), TextStyle.TICK_STRONG),
                ruler.width(spare.part().name(), TextStyle.TICK));
        boolean fits = width <= field.width() - 2 * MARGIN && field.height() >= FIELD_ROOM;
        return fits ? Optional.of(new InnerNumber(spare, field, text, field.y() + fold * 0.26)) : Optional.empty();
    }
}
