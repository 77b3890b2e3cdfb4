package org.tonari.view.buyer;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
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

    /// The widths below which a column is cut, in ems.
    ///
    /// @param oneLine  with its head on one line
    /// @param twoLines with its head on two lines
    record Least(double oneLine, double twoLines) {
        Least times(double em) {
            return new Least(oneLine * em, twoLines * em);
        }
    }

    /// @param room      to fill
    /// @param least     what columns need
    /// @param preferred what they would like
    /// @param most      what they may grow to
    /// @return widths that fill the room as far as columns may grow; never less than they need
    static List<Double> shared(double room, List<Double> least, List<Double> preferred, List<Double> most) {
        double[] wished = IntStream.range(0, least.size())
                .mapToDouble(i -> Math.max(least.get(i), preferred.get(i)))
                .toArray();
        double spare = room - Arrays.stream(wished).sum();
        double[] give = IntStream.range(0, wished.length)
                .mapToDouble(i -> give(spare, wished[i], least.get(i), most.get(i)))
                .toArray();
        double all = Arrays.stream(give).sum();
        double share = all == 0 ? 0 : Math.max(spare / all, -1);
        return IntStream.range(0, wished.length)
                .mapToObj(i -> Math.floor(wished[i] + give[i] * share))
                .toList();
    }

    /// How much of what is spare or missing is a column's: by its width, or by what it has above its need.
    private static double give(double spare, double wished, double least, double most) {
        if (spare < 0) {
            return wished - least;
        }
        return most == Double.POSITIVE_INFINITY ? wished : 0;
    }

    /// @return as wide as the widest cell or the head, within bounds
    double preferred(int index) {
        int signs = Math.max(longest(index), signs(head(index)));
        return Math.clamp(signs, LEAST_SIGNS, MOST_SIGNS) * SIGN_EM + PADDING_EM;
    }

    /// @return what a column of a few signs may grow to; others may take any room there is
    double most(int index) {
        double preferred = preferred(index);
        return preferred <= LEAST_SIGNS * SIGN_EM + PADDING_EM ? preferred * NARROW_MOST : Double.POSITIVE_INFINITY;
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
