package org.tonari.chart.memory;

import java.util.List;
import org.tonari.chart.TextRuler;
import org.tonari.chart.TextStyle;

/// The figures below a column, as far as its slot has room.
///
/// @param unitX   where the rate's unit begins; not a number where it has no room
/// @param rateEnd where the rate ends, its unit included
/// @param usageX  where the memory used begins; not a number where it has no room
/// @param right   where it ends
record FootLine(double unitX, double rateEnd, double usageX, double right) {
    private static final double MARGIN = 12;
    private static final double NARROW_MARGIN = 9;
    private static final double WIDEST = 140;
    private static final double GAP = 5;
    private static final double LEAST_GAP = 8;
    /// Memory used is said where that many columns have the room.
    private static final double MOST_COLUMNS = 0.6;

    /// What all columns say, so that none says it otherwise than its neighbour.
    enum Form {
        /// Rate, unit, memory used.
        WHOLE,
        /// Rate and memory used; the unit stands left of all columns.
        USAGE,
        /// Rate and unit.
        UNIT,
        /// Rate alone; the unit stands left of all columns.
        RATE
    }

    /// @return what there is room to say below all columns
    static Form form(List<PlacedColumn> columns, TextRuler ruler) {
        List<PlacedColumn> roomy = columns.stream()
                .filter(placed -> of(placed, Form.USAGE, ruler).hasUsage())
                .toList();
        boolean units =
                columns.stream().allMatch(placed -> of(placed, Form.UNIT, ruler).rateEnd() <= widest(placed));
        if (roomy.size() < MOST_COLUMNS * columns.size()) {
            return units ? Form.UNIT : Form.RATE;
        }
        boolean whole = roomy.stream().allMatch(placed -> fitsWhole(placed, ruler));
        return units && whole ? Form.WHOLE : Form.USAGE;
    }

    static FootLine of(PlacedColumn placed, Form form, TextRuler ruler) {
        MemoryColumn column = placed.column();
        double rate = placed.x() + ruler.width(column.rate(), TextStyle.RATE);
        boolean says = form == Form.WHOLE || form == Form.UNIT;
        double unit = rate + GAP + ruler.width(column.rateUnit(), TextStyle.VERDICT);
        double rateEnd = says ? unit : rate;
        double unitX = says ? rate + GAP : Double.NaN;
        double usage = ruler.width(column.usage(), TextStyle.TICK);
        double end = Math.min(Math.max(right(placed), rateEnd + LEAST_GAP + usage), widest(placed));
        boolean fits = rateEnd + GAP + usage <= end;
        return (form == Form.WHOLE || form == Form.USAGE) && fits
                ? new FootLine(unitX, rateEnd, end - usage, end)
                : new FootLine(unitX, rateEnd, Double.NaN, widest(placed));
    }

    private static boolean fitsWhole(PlacedColumn placed, TextRuler ruler) {
        FootLine line = of(placed, Form.WHOLE, ruler);
        return line.hasUsage() && line.rateEnd() + LEAST_GAP <= line.usageX();
    }

    private static double right(PlacedColumn placed) {
        return placed.x() + Math.min(placed.slot() - MARGIN, WIDEST);
    }

    private static double widest(PlacedColumn placed) {
        return placed.x() + placed.slot() - NARROW_MARGIN;
    }

    boolean hasUnit() {
        return !Double.isNaN(unitX);
    }

    boolean hasUsage() {
        return !Double.isNaN(usageX);
    }
}
