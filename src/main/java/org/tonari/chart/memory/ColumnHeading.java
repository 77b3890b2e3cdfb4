package org.tonari.chart.memory;

import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import org.tonari.chart.TextRuler;
import org.tonari.chart.TextStyle;

/// How a machine's name stands above its column: on one line, or on two where slots are narrow.
///
/// @param ruler measures words
record ColumnHeading(TextRuler ruler) {
    /// Where words begin, right of the machine's symbol.
    static final double WORDS = 14;

    private static final double MARGIN = 6;

    /// @return whether all names fit on one line, a little smaller if need be
    boolean fit(List<MemoryColumn> columns, MemoryFrame frame) {
        double room = room(frame.slot());
        return columns.stream().allMatch(column -> ruler.width(column.machine().name(), TextStyle.CURVE_VALUE) <= room);
    }

    /// @return the longest words for the verdict that fit; the shortest ones, cut, where none do
    String verdict(List<String> wordings, double slot) {
        double room = room(slot);
        return wordings.stream()
                .filter(words -> ruler.width(words, TextStyle.VERDICT) <= room)
                .findFirst()
                .orElseGet(() -> ruler.elided(wordings.getLast(), TextStyle.VERDICT, room));
    }

    static double room(double slot) {
        return slot - WORDS - MARGIN;
    }

    /// @return the name's lines, from the top
    List<String> lines(String name, TextStyle style, MemoryFrame frame) {
        double room = room(frame.slot());
        if (frame.names() == 1 || ruler.width(name, style) <= room) {
            return List.of(ruler.elidedName(name, style, room));
        }
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
        breaks.setText(name);
        int best = 0;
        for (int at = breaks.first(); at != BreakIterator.DONE; at = breaks.next()) {
            if (ruler.width(name.substring(0, at).strip(), style) <= room) {
                best = at;
            }
        }
        return best == 0
                ? List.of(ruler.elidedName(name, style, room))
                : List.of(
                        name.substring(0, best).strip(),
                        ruler.elided(name.substring(best).strip(), style, room));
    }
}
