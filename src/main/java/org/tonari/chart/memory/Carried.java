package org.tonari.chart.memory;

/// A column that is being moved.
///
/// @param column which, from 0; −1 for none
/// @param gap    before which column it would stand, up to the number of columns
record Carried(int column, int gap) {
    static final Carried NOTHING = new Carried(-1, 0);

    /// @return how far it would go, negative for left; 0 where it would stay
    int places() {
        if (column < 0 || gap == column || gap == column + 1) {
            return 0;
        }
        return gap > column ? gap - 1 - column : gap - column;
    }
}
