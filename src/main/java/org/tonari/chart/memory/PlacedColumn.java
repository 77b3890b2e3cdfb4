package org.tonari.chart.memory;

import java.util.List;
import org.tonari.chart.Box;
import org.tonari.chart.Mark;
import org.tonari.chart.TextRuler;
import org.tonari.chart.TextStyle;

/// A machine where it is drawn in the memory chart.
///
/// @param column  who and what
/// @param x       left edge of its slot and of its boxes
/// @param slot    how wide its slot is
/// @param pools   its memories, in the order of the data
/// @param numbers the numbers inside parts
/// @param labels  the labels beside it, from the top
record PlacedColumn(
        MemoryColumn column,
        double x,
        double slot,
        List<PlacedPool> pools,
        List<InnerNumber> numbers,
        List<SideLabel> labels) {

    /// A number inside its part.
    ///
    /// @param part of which part
    /// @param box  the box it stands in
    /// @param text the number, lines parted by `\n`
    /// @param y    its middle
    record InnerNumber(PlacedPart part, Box box, String text, double y) {}

    /// A label beside a column.
    ///
    /// @param kind    what it says
    /// @param mark    what it belongs to
    /// @param text    its words, lines parted by `\n`
    /// @param x       its left edge
    /// @param y       its middle
    /// @param leaderX where its leader begins; not a number for none
    /// @param leaderY the same
    record SideLabel(Kind kind, Mark mark, String text, double x, double y, double leaderX, double leaderY) {
        /// What a label says.
        enum Kind {
            PART,
            NOTE,
            POOL,
            EXCESS,
            RESERVED,
            NEEDED
        }

        /// @return the type it is set in
        TextStyle style() {
            return switch (kind) {
                case PART, NOTE -> TextStyle.TICK;
                case POOL, RESERVED, NEEDED -> TextStyle.TICK_STRONG;
                case EXCESS -> TextStyle.CHIP;
            };
        }

        /// @return what it covers
        Box box(TextRuler ruler) {
            double width = text.lines()
                    .mapToDouble(line -> ruler.width(line, style()))
                    .max()
                    .orElse(0);
            double height = SideLabels.SPACING * text.lines().count();
            return new Box(x, y - height / 2, width, height);
        }

        SideLabel at(double middle) {
            return new SideLabel(kind, mark, text, x, middle, leaderX, leaderY);
        }

        boolean hasLeader() {
            return !Double.isNaN(leaderX);
        }
    }

    String id() {
        return column.machine().id();
    }
}
