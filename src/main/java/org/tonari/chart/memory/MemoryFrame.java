package org.tonari.chart.memory;

import org.tonari.chart.memory.ColumnHeading.Names;
import org.tonari.units.Bytes;

/// Where columns stand in the memory chart, in logical pixels.
///
/// @param width   of the whole chart
/// @param height  of the whole chart
/// @param columns how many there are
/// @param names   how names are set: on several lines where slots are narrow
/// @param badges  what is kept free left of each column for the letters of pins
record MemoryFrame(double width, double height, int columns, Names names, double badges) {
    static final double LEFT = 76;
    static final double NAME_LINE = 13;
    static final double POOL_GAP = 17;
    /// The narrowest slot in which a name, a column and its numbers stand side by side.
    static final double LEAST_SLOT = 116;

    static final double NAME_Y = 11;
    static final double VERDICT_Y = 28;
    /// How large the letter of a pin is.
    static final double BADGE = 12;

    static final double RIGHT_MARGIN = 16;
    private static final double HEAD = 39;
    private static final double FOOT = 28;
    private static final double SLOT_GAP = 13;
    private static final int WIDTHS = 4;
    private static final double WIDEST_COLUMN = 72;
    /// One fold takes this share of the plot, so that 128 GiB nearly fill it.
    private static final double FOLD_SHARE = 128.0 / 134;

    /// Names on one line, no pins.
    MemoryFrame(double width, double height, int columns) {
        this(width, height, columns, Names.ON_ONE_LINE, 0);
    }

    MemoryFrame with(Names form) {
        return new MemoryFrame(width, height, columns, form, badges);
    }

    /// @return this with room for the letters of pins
    MemoryFrame withBadges() {
        return new MemoryFrame(width, height, columns, names, BADGE);
    }

    /// @return the middle of a name's last line
    double nameY() {
        return NAME_Y + lead();
    }

    double verdictY() {
        return VERDICT_Y + lead();
    }

    private double lead() {
        return (names.lines() - 1) * NAME_LINE;
    }

    double right() {
        return Math.max(width - RIGHT_MARGIN, LEFT + 1);
    }

    double slot() {
        return (right() - LEFT) / Math.max(columns, 1);
    }

    double columnWidth() {
        return Math.clamp(Math.floor((slot() - SLOT_GAP) / WIDTHS), 4, WIDEST_COLUMN);
    }

    double columnX(int column) {
        return Math.round(LEFT + column * slot());
    }

    double top() {
        return HEAD + lead();
    }

    double base() {
        return Math.max(height - FOOT, top() + 20);
    }

    double footY() {
        return base() + 15;
    }

    double plot() {
        return base() - top();
    }

    double foldLength() {
        return plot() * FOLD_SHARE;
    }

    /// @param fold how much memory one width holds
    /// @return pixels for a byte, at the same scale
    double scale(Bytes fold) {
        return foldLength() / fold.count();
    }

    /// @return the column at `x`, between 0 and the last one
    int columnAt(double x) {
        return Math.clamp((int) Math.floor((x - LEFT) / slot()), 0, Math.max(columns - 1, 0));
    }
}
