package org.tonari.text;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tonari.explain.Answer;

/// Rows of figures under named columns, for a terminal, a page of the window or a file. Immutable.
///
/// @param id      what the rows are, in plural and snake case: the name of the list in JSON
/// @param columns from left to right, at least one
/// @param rows    each with one cell for each column
public record FigureTable(String id, List<Column> columns, List<List<Cell>> rows) {

    /// How cells of a column stand.
    public enum Align {
        /// Words, flush left.
        WORDS,
        /// Numbers, flush right.
        NUMBERS
    }

    /// @param key   its name in files, in snake case
    /// @param head  what stands over it, with its unit
    /// @param align how its cells stand
    public record Column(String key, String head, Align align) {
        public Column {
            Objects.requireNonNull(align);
        }
    }

    /// One cell.
    ///
    /// @param shown  for people: a number with the digits that matter, `?` where it is unknown, `—` where it makes
    /// none
    /// @param plain  for programs: the same in base units or in snake case; empty where there is no figure
    /// @param answer the tree behind the number or what is missing; nothing for words
    public record Cell(String shown, String plain, Optional<Answer> answer) {
        /// @return a cell of words
        public static Cell words(String shown, String plain) {
            return new Cell(shown, plain, Optional.empty());
        }

        /// @return the number it shows; nothing for words and unknown figures
        public Optional<Double> number() {
            return answer.flatMap(Answer::optional).map(term -> term.value().magnitude());
        }
    }

    public FigureTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<Cell> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "a row of " + row.size() + " cells under " + columns.size() + " columns");
            }
        }
    }

    /// @return the heads from left to right
    public List<String> heads() {
        return columns.stream().map(Column::head).toList();
    }
}
