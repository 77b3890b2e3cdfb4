package org.tonari.view;

import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tonari.chart.Mark;
import org.tonari.domain.Comparison;
import org.tonari.text.DeskText;
import org.tonari.text.WindowText;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.Results;
import org.tonari.viewmodel.TableColumn;
import org.tonari.viewmodel.TableViewModel;
import org.tonari.viewmodel.TableViewModel.Row;
import org.tonari.viewmodel.Workbench;

/// The machines as rows. Columns end at fixed places whatever the figures are.
final class MachineTable {
    private static final double ROW_HEIGHT = 21.5;
    private static final double HEADS_HEIGHT = 52;
    private static final double ROOMY_HEIGHT = 730;
    private static final double ROWS = 7;
    private static final double FEWEST_ROWS = 3;
    private static final PseudoClass EXPLAINED = PseudoClass.getPseudoClass("explained");
    private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");

    private final Workbench workbench;
    private final TableViewModel model;
    private final Words words;
    private final ObjectProperty<Mark> hovered;
    private final TableView<Row> table = new TableView<>();
    private final TableHeads heads;

    private MachineTable(Workbench workbench, Words words, ObjectProperty<Mark> hovered) {
        this.workbench = workbench;
        this.model = workbench.table();
        this.words = words;
        this.hovered = hovered;
        this.heads = new TableHeads(workbench, words, table);
    }

    /// @param hovered what is pointed at, shared with the charts
    /// @param height  of the window
    /// @param later   fills the panel, whose room is there at once
    static Region build(
            Workbench workbench,
            Words words,
            ObjectProperty<Mark> hovered,
            ObservableValue<Number> height,
            Consumer<Runnable> later) {
        ObservableValue<Number> zoom = workbench.appearance().zoomProperty();
        var panel = new VBox();
        panel.getStyleClass().addAll("panel", "table-panel");
        panel.prefHeightProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> heightIn(
                                height.getValue().doubleValue(), zoom.getValue().doubleValue()),
                        height,
                        zoom));
        later.accept(() -> {
            var table = new MachineTable(workbench, words, hovered);
            panel.getChildren().setAll(table.head(), table.rows());
        });
        return panel;
    }

    /// Seven rows where there is room; a low window leaves some to scrolling rather than squeeze the charts.
    private static double heightIn(double window, double zoom) {
        double lacking = Math.max(0, ROOMY_HEIGHT - window / zoom);
        double rows = Math.clamp(ROWS - Math.ceil(lacking / (2 * ROW_HEIGHT)), FEWEST_ROWS, ROWS);
        return (HEADS_HEIGHT + rows * ROW_HEIGHT) * zoom;
    }

    private Region head() {
        Label title = words.on(new Label(), WindowText.TABLE);
        title.getStyleClass().add("section-title");
        var head = new HBox(title, Pictures.spacer(), onlyFast());
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().addAll("panel-head", "table-head");
        return head;
    }

    private Region rows() {
        table.setId("table");
        table.fixedCellSizeProperty()
                .bind(workbench.appearance().zoomProperty().map(zoom -> ROW_HEIGHT * zoom.doubleValue()));
        table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        table.setItems(model.rows());
        table.setRowFactory(_ -> new MachineRow());
        workbench.root().resultsProperty().map(MachineTable::hasGhost).subscribe(this::showColumns);
        table.accessibleTextProperty().bind(words.text(WindowText.TABLE));
        table.widthProperty().subscribe((_, _) -> heads.fit());
        workbench.root().comparisonProperty().map(Comparison::machines).subscribe((_, _) -> heads.fit());
        VBox.setVgrow(table, Priority.ALWAYS);
        return table;
    }

    private CheckBox onlyFast() {
        CheckBox box = words.on(new CheckBox(), DeskText.ONLY_FAST);
        box.setId("only-fast");
        box.selectedProperty().bindBidirectional(model.onlyFastProperty());
        box.visibleProperty()
                .bind(workbench
                        .root()
                        .comparisonProperty()
                        .map(now -> now.target().isPresent()));
        box.setMinWidth(Region.USE_PREF_SIZE);
        return box;
    }

    private static boolean hasGhost(Results results) {
        return !results.ghosts().isEmpty();
    }

    private void showColumns(boolean ghost) {
        heads.clear();
        table.getColumns()
                .setAll(Stream.of(TableColumn.values())
                        .filter(column -> ghost || !column.isDelta())
                        .map(this::column)
                        .toList());
        heads.fit();
    }

    private javafx.scene.control.TableColumn<Row, Row> column(TableColumn kind) {
        var column = new javafx.scene.control.TableColumn<Row, Row>();
        column.setUserData(kind);
        column.setGraphic(heads.head(kind));
        column.setSortable(false);
        column.setReorderable(false);
        column.setResizable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> new FigureCell(workbench, words, kind));
        return column;
    }

    /// Marks the row whose machine is explained, and shares what the mouse points at with the charts.
    private final class MachineRow extends TableRow<Row> {
        /// Held weakly by the selection: the table makes rows anew, and the selection lives on.
        private final InvalidationListener marking = _ -> mark();

        MachineRow() {
            workbench.root().selectionProperty().addListener(new WeakInvalidationListener(marking));
            hovered.addListener(new WeakInvalidationListener(marking));
            itemProperty().subscribe(_ -> mark());
            setOnContextMenuRequested(asked -> {
                if (getItem() != null) {
                    ColumnMenu.of(workbench, words, getItem().getColumn(), this)
                            .show(this, asked.getScreenX(), asked.getScreenY());
                }
            });
            hoverProperty().subscribe(pointed -> {
                Row row = getItem();
                if (row != null) {
                    hovered.set(
                            pointed ? new Mark.Whole(row.getColumn().machine().id()) : Mark.NONE);
                }
            });
        }

        private void mark() {
            Row row = getItem();
            String explained = workbench.root().selectionProperty().get().machineId();
            String id = row == null ? "" : row.getColumn().machine().id();
            pseudoClassStateChanged(EXPLAINED, id.equals(explained));
            pseudoClassStateChanged(
                    POINTED,
                    hovered.get() != null
                            && hovered.get().machine().filter(id::equals).isPresent());
        }
    }
}
