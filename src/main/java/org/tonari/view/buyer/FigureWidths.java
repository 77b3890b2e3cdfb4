package org.tonari.view.buyer;

import java.util.Arrays;
import org.tonari.text.FigureTable;
import org.tonari.text.FigureTable.Align;

/// How wide the columns of a table of figures are, in ems of its type.
record FigureWidths(FigureTable table) {
    private static final double SIGN_EM = 0.58;
    private static final double PADDING_EM = 2.4;
    private static final int LEAST_SIGNS = 5;
    private static final int MOST_SIGNS = 60;
    private static final int SOME_SIGNS = 16;
    private static final double LEAST_PADDING_EM = 1.5;
    private static final double NARROW_MOST = 1.4;

    /// The toolkit shares room out by sums of these, which must stay far from infinite.
    private static final double ANY_ROOM = 10_000;

    /// The widths below which a column is cut, in ems.
    ///
    /// @param oneLine  with its head on one line
    /// @param twoLines with its head on two lines
    record Least(double oneLine, double twoLines) {
        Least times(double em) {
            return new Least(oneLine * em, twoLines * em);
        }
    }

    /// @return as wide as the widest cell or the head, within bounds
    double preferred(int index) {
        int signs = Math.max(longest(index), signs(head(index)));
        return Math.clamp(signs, LEAST_SIGNS, MOST_SIGNS) * SIGN_EM + PADDING_EM;
    }

    /// @return what a column of a few signs may grow to; others may take any room there is
    double most(int index) {
        double preferred = preferred(index);
        return preferred <= LEAST_SIGNS * SIGN_EM + PADDING_EM ? preferred * NARROW_MOST : ANY_ROOM;
    }

    /// @return what a column needs for its head and its numbers; of words, some
    Least least(int index) {
        int longestWord = Arrays.stream(head(index).split(" "))
                .mapToInt(FigureWidths::signs)
                .max()
                .orElse(0);
        return new Least(least(index, signs(head(index))), least(index, longestWord));
    }

    private double least(int index, int headSigns) {
        int cells = table.columns().get(index).align() == Align.NUMBERS
                ? longest(index)
                : Math.min(longest(index), SOME_SIGNS);
        return Math.max(Math.max(cells, headSigns), LEAST_SIGNS) * SIGN_EM + LEAST_PADDING_EM;
    }

    private String head(int index) {
        return table.columns().get(index).head();
    }

    private int longest(int index) {
        return table.rows().stream()
                .mapToInt(row -> signs(row.get(index).shown()))
                .max()
                .orElse(0);
    }

    /// Japanese and Chinese signs are twice as wide.
    private static int signs(String text) {
        return text.chars().map(sign -> sign > 0x2E7F ? 2 : 1).sum();
    }
}
