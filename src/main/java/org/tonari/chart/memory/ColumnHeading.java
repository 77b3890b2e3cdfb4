package org.tonari.chart.memory;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tonari.chart.TextRuler;
import org.tonari.chart.TextStyle;

/// How a machine's name stands above its column: on one line, or on several where slots are narrow.
///
/// @param ruler measures words
record ColumnHeading(TextRuler ruler) {
    /// Where words begin, right of the machine's symbol.
    static final double WORDS = 14;

    private static final double MARGIN = 6;
    private static final double LEAST_PLOT = 64;
    private static final List<Names> FORMS = List.of(
            Names.ON_ONE_LINE,
            new Names(TextStyle.CURVE_VALUE, 1),
            new Names(TextStyle.NAME, 2),
            new Names(TextStyle.CURVE_VALUE, 2),
            new Names(TextStyle.TICK_STRONG, 2),
            new Names(TextStyle.TICK_STRONG, 3));

    /// How all names are set.
    ///
    /// @param style their type
    /// @param lines how many there are at most
    record Names(TextStyle style, int lines) {
        static final Names ON_ONE_LINE = new Names(TextStyle.NAME, 1);
    }

    /// @return the frame with its names as large and on as few lines as lets all be read; a name that is too long for
    ///         all of that is cut, and costs the others nothing
    MemoryFrame fit(List<MemoryColumn> columns, MemoryFrame frame) {
        double room = room(frame.slot());
        List<String> names = columns.stream()
                .map(column -> column.machine().name())
                .filter(name -> fits(name, FORMS.getLast(), room))
                .toList();
        MemoryFrame best = frame;
        for (Names form : FORMS) {
            MemoryFrame next = frame.with(form);
            if (form.lines() > best.names().lines() && next.plot() < LEAST_PLOT) {
                return best;
            }
            best = next;
            if (names.stream().allMatch(name -> fits(name, form, room))) {
                return best;
            }
        }
        return best;
    }

    private boolean fits(String name, Names form, double room) {
        List<String> lines = lines(name, form.style(), Integer.MAX_VALUE, room);
        return lines.size() <= form.lines() && lines.stream().allMatch(line -> ruler.width(line, form.style()) <= room);
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
    List<String> lines(String name, MemoryFrame frame) {
        double room = room(frame.slot());
        TextStyle style = frame.names().style();
        List<String> lines = lines(name, style, frame.names().lines(), room);
        return lines.size() == 1
                ? List.of(ruler.elidedName(name, style, room))
                : lines.stream().map(line -> ruler.elided(line, style, room)).toList();
    }

    /// Words fill one line after the other; the last one takes the rest.
    private List<String> lines(String name, TextStyle style, int most, double room) {
        var lines = new ArrayList<String>();
        int start = 0;
        int end = 0;
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
        breaks.setText(name);
        breaks.first();
        for (int at = breaks.next(); at != BreakIterator.DONE && lines.size() < most - 1; at = breaks.next()) {
            if (end > start && ruler.width(name.substring(start, at).strip(), style) > room) {
                lines.add(name.substring(start, end).strip());
                start = end;
            }
            end = at;
        }
        lines.add(name.substring(start).strip());
        return lines;
    }
}
