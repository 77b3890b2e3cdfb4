package org.tonari.view.buyer;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.tonari.chart.MarkGlyph;
import org.tonari.chart.VerdictMark;
import org.tonari.text.FigureTable;
import org.tonari.text.FigureTable.Align;
import org.tonari.text.FigureTable.Cell;
import org.tonari.text.FigureTable.Column;
import org.tonari.view.parts.Hint;
import org.tonari.viewmodel.Explained;
import org.tonari.viewmodel.Pages;

/// A table of figures: a click or Enter on a number explains it, a click on a head sorts by it.
final class FigureGrid {
    private static final PseudoClass TALL = PseudoClass.getPseudoClass("tall-heads");
    private static final PseudoClass NUMBER = PseudoClass.getPseudoClass("number");
    private static final double EM = 12;
    private static final double SIGN_EM = 0.58;
    private static final double PADDING_EM = 2.4;
    private static final int LEAST_SIGNS = 5;
    private static final int MOST_SIGNS = 60;
    private static final int SOME_SIGNS = 16;
    private static final double LEAST_PADDING_EM = 1.5;
    private static final double NARROW_MOST = 1.4;
    private static final Map<Character, VerdictMark> MARKS = Map.of(
            '●', VerdictMark.FITS,
            '▲', VerdictMark.TIGHT,
            '■', VerdictMark.DOES_NOT_FIT,
            '◇', VerdictMark.UNKNOWN);

    private final TableView<List<Cell>> view = new TableView<>();
    private final Pages pages;
    private final int named;
    private IntConsumer chosen = _ -> {};
    private List<Column> columns = List.of();
    private List<Least> least = List.of();

    /// The widths below which a column is cut.
    ///
    /// @param oneLine  with its head on one line
    /// @param twoLines with its head on two lines
    private record Least(double oneLine, double twoLines) {}

    /// @param id    how tests and styles call it
    /// @param named the column whose words say what a row is about
    FigureGrid(String id, Pages pages, int named) {
        this.pages = pages;
        this.named = named;
        view.setId(id);
        view.getStyleClass().addAll("matrix", "figures");
        view.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
        view.widthProperty().subscribe((_, _) -> fit());
        view.getSelectionModel().setCellSelectionEnabled(true);
        view.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.SPACE) {
                explainFocused();
                key.consume();
            }
        });
        view.getSelectionModel().selectedIndexProperty().subscribe(index -> chosen.accept(index.intValue()));
    }

    TableView<List<Cell>> node() {
        return view;
    }

    /// @param handler takes the index of the row chosen, −1 for none
    void onChosen(IntConsumer handler) {
        chosen = handler;
    }

    void show(FigureTable table, double zoom) {
        if (!table.columns().equals(columns)) {
            columns = table.columns();
            view.getColumns().clear();
            for (int i = 0; i < columns.size(); i++) {
                view.getColumns().add(column(columns.get(i), i, width(table, i) * EM * zoom, zoom));
            }
            least = IntStream.range(0, columns.size())
                    .mapToObj(i -> new Least(
                            least(table, i, signs(columns.get(i).head())) * EM * zoom,
                            least(table, i, longestWord(columns.get(i).head())) * EM * zoom))
                    .toList();
            fit();
        }
        int row = view.getSelectionModel().getSelectedIndex();
        view.getItems().setAll(table.rows());
        if (row >= 0 && row < table.rows().size()) {
            view.getSelectionModel().select(row);
        }
    }

    /// Heads take a second line before they or numbers are cut; what is too wide even so scrolls.
    private void fit() {
        if (view.getWidth() <= 0 || least.size() != view.getColumns().size()) {
            return;
        }
        boolean tall = least.stream().mapToDouble(Least::oneLine).sum() > view.getWidth();
        view.pseudoClassStateChanged(TALL, tall);
        double sum = least.stream().mapToDouble(Least::twoLines).sum();
        view.setColumnResizePolicy(
                sum > view.getWidth()
                        ? TableView.UNCONSTRAINED_RESIZE_POLICY
                        : TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
        for (int i = 0; i < least.size(); i++) {
            TableColumn<?, ?> column = view.getColumns().get(i);
            column.setMinWidth(tall ? least.get(i).twoLines() : least.get(i).oneLine());
            if (sum > view.getWidth()) {
                column.setPrefWidth(least.get(i).twoLines());
            }
        }
    }

    /// What a column needs for its head and its numbers; of words, some.
    private static double least(FigureTable table, int index, int headSigns) {
        int cells = table.columns().get(index).align() == Align.NUMBERS
                ? longest(table, index)
                : Math.min(longest(table, index), SOME_SIGNS);
        return Math.max(Math.max(cells, headSigns), LEAST_SIGNS) * SIGN_EM + LEAST_PADDING_EM;
    }

    private static int longestWord(String head) {
        return Arrays.stream(head.split(" ")).mapToInt(FigureGrid::signs).max().orElse(0);
    }

    private static int longest(FigureTable table, int index) {
        return table.rows().stream()
                .mapToInt(row -> signs(row.get(index).shown()))
                .max()
                .orElse(0);
    }

    /// As wide as the widest cell or the head, within bounds.
    private static double width(FigureTable table, int index) {
        int cells = longest(table, index);
        int head = signs(table.columns().get(index).head());
        return Math.clamp(Math.max(cells, head), LEAST_SIGNS, MOST_SIGNS) * SIGN_EM + PADDING_EM;
    }

    /// Japanese and Chinese signs are twice as wide.
    private static int signs(String text) {
        return text.chars().map(sign -> sign > 0x2E7F ? 2 : 1).sum();
    }

    private TableColumn<List<Cell>, Cell> column(Column column, int index, double width, double zoom) {
        var made = new TableColumn<List<Cell>, Cell>(column.head());
        made.setId(column.key());
        made.setCellValueFactory(
                row -> new SimpleObjectProperty<>(row.getValue().get(index)));
        made.setCellFactory(_ -> new FigureCell(column.align()));
        made.setPrefWidth(width);
        if (width <= (LEAST_SIGNS * SIGN_EM + PADDING_EM) * EM * zoom) {
            made.setMaxWidth(width * NARROW_MOST);
        }
        made.setComparator(FigureGrid::compare);
        if (column.align() == Align.NUMBERS) {
            made.getStyleClass().add("numeric");
        }
        return made;
    }

    /// A verdict's sign before the words is drawn with its colour, as everywhere.
    private static Optional<VerdictMark> mark(String shown) {
        return shown.length() < 2 || shown.charAt(1) != ' '
                ? Optional.empty()
                : Optional.ofNullable(MARKS.get(shown.charAt(0)));
    }

    private static int compare(Cell one, Cell other) {
        Optional<Double> left = one.number();
        Optional<Double> right = other.number();
        if (left.isPresent() && right.isPresent()) {
            return Double.compare(left.get(), right.get());
        }
        if (left.isPresent() || right.isPresent()) {
            return left.isPresent() ? -1 : 1;
        }
        return one.shown().compareTo(other.shown());
    }

    private void explainFocused() {
        TablePosition<?, ?> focused = view.getFocusModel().getFocusedCell();
        if (focused.getRow() >= 0 && focused.getColumn() >= 0) {
            List<Cell> row = view.getItems().get(focused.getRow());
            explain(row, row.get(focused.getColumn()));
        }
    }

    private void explain(List<Cell> row, Cell cell) {
        cell.answer()
                .ifPresent(answer -> pages.explainedProperty()
                        .set(Optional.of(new Explained(row.get(named).shown(), answer))));
    }

    private final class FigureCell extends TableCell<List<Cell>, Cell> {
        FigureCell(Align align) {
            getStyleClass().add(align == Align.NUMBERS ? "figure" : "word");
            setOnMouseClicked(_ -> {
                if (getItem() != null && getTableRow() != null && getTableRow().getItem() != null) {
                    explain(getTableRow().getItem(), getItem());
                }
            });
        }

        @Override
        protected void updateItem(Cell cell, boolean empty) {
            super.updateItem(cell, empty);
            boolean shown = !empty && cell != null;
            Optional<VerdictMark> mark = shown ? mark(cell.shown()) : Optional.empty();
            setText(shown ? cell.shown().substring(mark.isPresent() ? 2 : 0) : "");
            setGraphic(mark.map(MarkGlyph::of).orElse(null));
            Hint.on(this, shown && cell.answer().isEmpty() ? cell.shown() : "");
            pseudoClassStateChanged(NUMBER, shown && cell.answer().isPresent());
        }
    }
}
