package org.tonari.cli.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/// Rows of text in aligned columns, for a terminal: wide Japanese and Chinese signs count as two.
public final class TextTable {
    private static final String GAP = "  ";

    private final IntPredicate flushRight;
    private final List<List<String>> rows = new ArrayList<>();

    /// @param flushRight which columns, from 0, hold numbers
    public TextTable(IntPredicate flushRight) {
        this.flushRight = flushRight;
    }

    /// Adds a row.
    ///
    /// @return this table
    public TextTable row(List<String> cells) {
        rows.add(List.copyOf(cells));
        return this;
    }

    /// Adds a row.
    ///
    /// @return this table
    public TextTable row(String... cells) {
        return row(List.of(cells));
    }

    /// @return the rows as lines without trailing blanks
    public List<String> lines() {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        var widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private String line(List<String> row, int[] widths) {
        var line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            String blanks = " ".repeat(widths[i] - width(row.get(i)));
            line.append(i == 0 ? "" : GAP);
            line.append(flushRight.test(i) ? blanks + row.get(i) : row.get(i) + blanks);
        }
        return line.toString().stripTrailing();
    }

    /// @return how many cells of a terminal a text takes
    public static int width(String text) {
        return text.codePoints().map(TextTable::width).sum();
    }

    private static int width(int sign) {
        boolean combining = Character.getType(sign) == Character.NON_SPACING_MARK;
        boolean wide = sign >= 0x1100
                && (sign <= 0x115F
                        || sign >= 0x2E80 && sign <= 0xA4CF
                        || sign >= 0xAC00 && sign <= 0xD7A3
                        || sign >= 0xF900 && sign <= 0xFAFF
                        || sign >= 0xFE30 && sign <= 0xFE6F
                        || sign >= 0xFF00 && sign <= 0xFF60
                        || sign >= 0xFFE0 && sign <= 0xFFE6
                        || sign >= 0x20000 && sign <= 0x3FFFD);
        return combining ? 0 : wide ? 2 : 1;
    }
}
