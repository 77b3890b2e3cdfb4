package org.tonari.chart.memory;

import org.tonari.chart.TextRuler;
import org.tonari.chart.TextStyle;

/// The figures below a column, as far as its slot has room: first the unit gives way, then the memory used.
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

    static FootLine of(PlacedColumn placed, TextRuler ruler) {
        MemoryColumn column = placed.column();
        double rate = placed.x() + ruler.width(column.rate(), TextStyle.RATE);
        double unit = rate + GAP + ruler.width(column.rateUnit(), TextStyle.VERDICT);
        double usage = ruler.width(column.usage(), TextStyle.TICK);
        double right = placed.x() + Math.min(placed.slot() - MARGIN, WIDEST);
        double widest = placed.x() + placed.slot() - NARROW_MARGIN;
        if (unit + LEAST_GAP + usage <= right) {
            return new FootLine(rate + GAP, unit, right - usage, right);
        }
        double end = Math.min(Math.max(right, rate + 2 * GAP + usage), widest);
        if (rate + GAP + usage <= end) {
            return new FootLine(Double.NaN, rate, end - usage, end);
        }
        return new FootLine(unit <= widest ? rate + GAP : Double.NaN, unit <= widest ? unit : rate, Double.NaN, widest);
    }

    boolean hasUnit() {
        return !Double.isNaN(unitX);
    }

    boolean hasUsage() {
        return !Double.isNaN(usageX);
    }
}
