package org.tonari.view.matrix;

import java.util.Comparator;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.tonari.chart.MarkGlyph;
import org.tonari.domain.Machine;
import org.tonari.domain.Verdict;
import org.tonari.export.picture.VerdictWords;
import org.tonari.export.picture.Wording;
import org.tonari.text.EstimateFigures;
import org.tonari.text.PageText;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.MatrixViewModel.Cell;
import org.tonari.viewmodel.MatrixViewModel.Row;
import org.tonari.viewmodel.Page;
import org.tonari.viewmodel.Workbench;

/// One machine of the matrix: the verdict's glyph, the speed, and below it the longest context.
final class MachineColumn extends TableCell<Row, Cell> {
    private final Workbench workbench;
    private final Words words;
    private final Label speed = new Label();
    private final Label context = new Label();
    private final HBox content = new HBox(speed, context);

    private MachineColumn(Workbench workbench, Words words) {
        this.workbench = workbench;
        this.words = words;
        getStyleClass().add("matrix-cell");
        speed.getStyleClass().add("matrix-speed");
        speed.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(speed, Priority.ALWAYS);
        context.getStyleClass().add("matrix-context");
        content.setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.TABLE_CELL);
        setOnMouseClicked(_ -> load());
    }

    static TableColumn<Row, Cell> of(Workbench workbench, Words words, Machine machine, int place, double width) {
        var column = new TableColumn<Row, Cell>(machine.shortName());
        column.setId("matrix-" + machine.id());
        column.setCellValueFactory(
                row -> new SimpleObjectProperty<>(row.getValue().cells().get(place)));
        column.setCellFactory(_ -> new MachineColumn(workbench, words));
        column.setComparator(Comparator.comparingDouble(MachineColumn::speed));
        column.setPrefWidth(width);
        return column;
    }

    private static double speed(Cell cell) {
        return new EstimateFigures(cell.estimate())
                .decode()
                .map(decode -> decode.expected().value().magnitude())
                .orElse(-1.0);
    }

    private void load() {
        if (getTableRow() != null && getTableRow().getItem() != null && getItem() != null) {
            workbench.pages().matrix().load(getTableRow().getItem(), getItem().machine());
            workbench.pages().shownProperty().set(Page.WORKBENCH);
        }
    }

    @Override
    protected void updateItem(Cell cell, boolean empty) {
        super.updateItem(cell, empty);
        if (empty || cell == null) {
            setGraphic(null);
            return;
        }
        Wording wording = words.now();
        var figures = new EstimateFigures(cell.estimate());
        Verdict verdict = cell.estimate().fit().verdict();
        speed.setGraphic(MarkGlyph.of(VerdictWords.mark(verdict)));
        speed.setText(
                verdict.runs()
                        ? figures.decode()
                                .map(decode -> wording.formats()
                                        .tableRate(decode.expected().value().magnitude()))
                                .orElse("?")
                        : "");
        context.setText(
                verdict.runs()
                        ? figures.longestContext()
                                .map(wording.formats()::contextLabel)
                                .orElse("")
                        : "");
        setAccessibleText(wording.text(
                PageText.MATRIX_CELL,
                getTableRow() == null || getTableRow().getItem() == null
                        ? ""
                        : getTableRow().getItem().model().name(),
                cell.machine().shortName(),
                wording.names().sentence(verdict)));
        setGraphic(content);
    }
}
