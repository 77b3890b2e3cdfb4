package org.tonari.view.matrix;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.tonari.domain.comparison.Candidate;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.Workbench;
import org.tonari.viewmodel.pages.MatrixViewModel.Cell;

/// A table of what each machine on screen makes of each row.
///
/// Columns are taken into use again: a table keeps rows that it does not show at hand, and those rows the cells of
/// columns that are gone.
///
/// @param <R> what a row stands for
final class MachineMatrix<R> {
    private final TableView<R> table = new TableView<>();
    private final List<TableColumn<R, Cell>> columns = new ArrayList<>();
    private final List<Lead<R>> leads;
    private final Workbench workbench;
    private final Words words;
    private final MachineColumn.Rows<R> rows;
    private final MatrixWidths widths;
    private List<Candidate> machines = List.of();

    /// A column before the machines.
    ///
    /// @param ems its width
    record Lead<R>(TableColumn<R, ?> column, double ems) {}

    /// @param id how tests and styles call the table
    MachineMatrix(String id, Workbench workbench, Words words, List<Lead<R>> leads, MachineColumn.Rows<R> rows) {
        this.workbench = workbench;
        this.words = words;
        this.leads = leads;
        this.rows = rows;
        table.setId(id);
        table.getStyleClass().add("matrix");
        leads.forEach(lead -> table.getColumns().add(lead.column()));
        widths = new MatrixWidths(table, workbench.appearance().zoomProperty());
    }

    TableView<R> node() {
        return table;
    }

    /// Takes other rows, under the machines that are on screen now; how they were sorted stays.
    void show(List<R> shown) {
        List<Candidate> now = workbench.root().getComparison().candidates().all().stream()
                .filter(Candidate::isShown)
                .toList();
        if (!now.equals(machines)) {
            take(now);
        }
        table.getItems().setAll(shown);
        table.sort();
        widths.rows(shown.stream().map(rows.name()).toList());
    }

    private void take(List<Candidate> now) {
        for (int place = 0; place < now.size(); place++) {
            if (place == columns.size()) {
                columns.add(MachineColumn.of(words, place, rows));
            }
            if (place >= machines.size() || !now.get(place).equals(machines.get(place))) {
                table.getSortOrder().remove(columns.get(place));
                MachineColumn.head(columns.get(place), now.get(place));
            }
        }
        int before = table.getColumns().size() - leads.size();
        if (before > now.size()) {
            table.getColumns()
                    .remove(leads.size() + now.size(), table.getColumns().size());
        } else {
            table.getColumns().addAll(columns.subList(before, now.size()));
        }
        machines = now;
        widths.of(leads.stream().map(Lead::ems).toList());
    }
}
