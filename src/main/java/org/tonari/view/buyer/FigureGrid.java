package org.tonari.view.buyer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.tonari.chart.MarkGlyph;
import org.tonari.chart.VerdictMark;
import org.tonari.text.FigureTable;
import org.tonari.text.FigureTable.Align;
import org.tonari.text.FigureTable.Cell;
import org.tonari.text.FigureTable.Column;
import org.tonari.view.parts.Hint;
import org.tonari.viewmodel.pages.Pages;
import org.tonari.viewmodel.why.Explained;

/// A table of figures: a click or Enter on a number explains it, a click on a head sorts by it.
final class FigureGrid {
    private static final PseudoClass TALL = PseudoClass.getPseudoClass("tall-heads");
    private static final PseudoClass NUMBER = PseudoClass.getPseudoClass("number");
    private static final double EM = 12;
    /// What a scroll bar takes of the width.
    private static final double BAR = 14;
    private static final Map<Character, VerdictMark> MARKS = Map.of(
            '●', VerdictMark.FITS,
            '▲', VerdictMark.TIGHT,
            '■', VerdictMark.DOES_NOT_FIT,
            '◇', VerdictMark.UNKNOWN);

    private final TableView<List<Cell>> view = new TableView<>();
    private final Pages pages;
    private final int named;
    private IntConsumer chosen = _ -> {};
    private FigureTable shown = new FigureTable("", List.of(), List.of());
    private double em = EM;
    private List<FigureWidths.Least> least = List.of();
    private List<Double> preferred = List.of();
    private List<Double> most = List.of();

    /// @param id    how tests and styles call it
    /// @param named the column whose words say what a row is about
    FigureGrid(String id, Pages pages, int named) {
        this.pages = pages;
        this.named = named;
        view.setId(id);
        view.getStyleClass().addAll("matrix", "figures");
        view.widthProperty().subscribe((_, _) -> fit());
        view.getSelectionModel().setCellSelectionEnabled(true);
        view.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.SPACE) {
                explainFocused();
                key.consume();
            }
        });
        view.getSelectionModel().selectedItemProperty().subscribe(_ -> chosen.accept(chosen()));
    }

    TableView<List<Cell>> node() {
        return view;
    }

    /// @param handler takes the place of the row chosen among the rows as they were given, −1 for none
    void onChosen(IntConsumer handler) {
        chosen = handler;
    }

    /// @return the place of the row chosen among the rows as they were given, however they are sorted; −1 for none
    int chosen() {
        List<Cell> row = view.getSelectionModel().getSelectedItem();
        return IntStream.range(0, shown.rows().size())
                .filter(place -> shown.rows().get(place) == row)
                .findFirst()
                .orElse(-1);
    }

    /// Takes other rows; what was chosen and how they were sorted stays.
    void show(FigureTable table, double zoom) {
        int row = chosen();
        var widths = new FigureWidths(table);
        if (!table.columns().equals(shown.columns()) || shown.rows().isEmpty() || em != EM * zoom) {
            em = EM * zoom;
            head(table, widths);
        }
        shown = table;
        least = IntStream.range(0, table.columns().size())
                .mapToObj(i -> widths.least(i).times(em))
                .toList();
        fit();
        view.getItems().setAll(table.rows());
        view.sort();
        if (row >= 0 && row < table.rows().size()) {
            choose(table.rows().get(row));
        }
    }

    /// Rows of equal figures are told apart.
    private void choose(List<Cell> row) {
        for (int i = 0; i < view.getItems().size(); i++) {
            if (view.getItems().get(i) == row) {
                view.getSelectionModel().select(i);
            }
        }
    }

    /// The same columns in another language stay, and with them their cells: a table lays no hand on cells it does not
    /// show, which would be kept with columns that are gone.
    private void head(FigureTable table, FigureWidths widths) {
        if (!kinds(table).equals(kinds(shown))) {
            view.getColumns()
                    .setAll(IntStream.range(0, table.columns().size())
                            .mapToObj(i -> column(table.columns().get(i), i))
                            .toList());
        }
        for (int i = 0; i < table.columns().size(); i++) {
            TableColumn<?, ?> column = view.getColumns().get(i);
            column.setText(table.columns().get(i).head());
        }
        preferred = IntStream.range(0, table.columns().size())
                .mapToObj(i -> widths.preferred(i) * em)
                .toList();
        most = IntStream.range(0, table.columns().size())
                .mapToObj(i -> widths.most(i) * em)
                .toList();
    }

    /// @return what makes columns what they are in every language
    private static List<Column> kinds(FigureTable table) {
        return table.columns().stream()
                .map(column -> new Column(column.key(), "", column.align()))
                .toList();
    }

    /// Heads take a second line before they or numbers are cut; what is too wide even so scrolls. Room
    /// that comes back is filled again.
    private void fit() {
        double room = view.getWidth() - BAR;
        if (room <= 0 || least.size() != view.getColumns().size()) {
            return;
        }
        boolean tall = least.stream().mapToDouble(FigureWidths.Least::oneLine).sum() > room;
        view.pseudoClassStateChanged(TALL, tall);
        List<Double> floor =
                least.stream().map(one -> tall ? one.twoLines() : one.oneLine()).toList();
        List<Double> widths = FigureWidths.shared(room, floor, preferred, most);
        for (int i = 0; i < least.size(); i++) {
            TableColumn<?, ?> column = view.getColumns().get(i);
            column.setMinWidth(floor.get(i));
            column.setPrefWidth(widths.get(i));
        }
    }

    private TableColumn<List<Cell>, Cell> column(Column column, int index) {
        var made = new TableColumn<List<Cell>, Cell>();
        made.setId(column.key());
        made.setCellValueFactory(
                row -> new SimpleObjectProperty<>(row.getValue().get(index)));
        made.setCellFactory(_ -> new FigureCell(column.align()));
        made.setComparator(FigureGrid::compare);
        if (column.align() == Align.NUMBERS) {
            made.getStyleClass().add("numeric");
        }
        return made;
    }

    /// Words behind a verdict's sign, which is drawn with its colour, as everywhere.
    static Label signed(String shown, String... styles) {
        Optional<VerdictMark> mark = mark(shown);
        var label = new Label(shown.substring(mark.isPresent() ? 2 : 0));
        label.setGraphic(mark.map(MarkGlyph::of).orElse(null));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(styles);
        label.getStyleClass().add("signed");
        return label;
    }

    private static Optional<VerdictMark> mark(String shown) {
        return shown.length() < 2 || shown.charAt(1) != ' '
                ? Optional.empty()
                : Optional.ofNullable(MARKS.get(shown.charAt(0)));
    }

    /// Signs differ in width; the words beside them shall not.
    private StackPane boxed(VerdictMark mark) {
        var box = new StackPane(MarkGlyph.of(mark));
        box.getStyleClass().add("glyph-box");
        box.setScaleX(em / EM);
        box.setScaleY(em / EM);
        return box;
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
            setGraphic(mark.map(FigureGrid.this::boxed).orElse(null));
            Hint.on(this, shown && cell.answer().isEmpty() ? cell.shown() : "");
            pseudoClassStateChanged(NUMBER, shown && cell.answer().isPresent());
        }
    }
}
