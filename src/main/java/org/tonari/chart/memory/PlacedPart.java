package org.tonari.chart.memory;

import java.util.List;
import java.util.stream.Stream;
import org.tonari.chart.Box;
import org.tonari.chart.Mark;

/// A part of a stack where it is drawn.
///
/// @param part   what it is
/// @param mark   its mark
/// @param from   where it begins, in pixels along the stack
/// @param to     where it ends
/// @param within its boxes up to the limit
/// @param over   its boxes above the limit
record PlacedPart(PartBox part, Mark mark, double from, double to, List<Box> within, List<Box> over) {
    /// @return all boxes, from the bottom
    List<Box> boxes() {
        return Stream.concat(within.stream(), over.stream()).toList();
    }

    double length() {
        return to - from;
    }

    /// @return the highest box up to the limit, or above it where none is below that is at least `height` high
    Box roomiest(double height) {
        Box best = highest(within);
        return within.isEmpty() || (best.height() < height && !over.isEmpty()) ? highest(over) : best;
    }

    private static Box highest(List<Box> boxes) {
        Box best = new Box(0, 0, 0, 0);
        for (Box box : boxes) {
            if (box.height() > best.height()) {
                best = box;
            }
        }
        return best;
    }
}
