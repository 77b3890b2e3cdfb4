package org.tonari.view.table;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
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
import org.tonari.domain.answer.Verdict;
import org.tonari.domain.comparison.Comparison;
import org.tonari.text.DeskText;
import org.tonari.text.WindowText;
import org.tonari.units.Bytes;
import org.tonari.view.columns.ColumnMenu;
import org.tonari.view.parts.Pictures;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.Workbench;
import org.tonari.viewmodel.desk.Results;
import org.tonari.viewmodel.table.TableColumn;
import org.tonari.viewmodel.table.TableViewModel;
import org.tonari.viewmodel.table.TableViewModel.Row;

/// The machines as rows. Columns end at fixed places whatever the figures are.
public final class MachineTable {
    private static final double ROW_HEIGHT = 21.5;
    private static final double HEADS_HEIGHT = 52;
    /// What heads on two lines take more, so that the last row shown stays whole.
    private static final double SECOND_LINE = 14;
    private static final double ROOMY_HEIGHT = 730;
    private static final double ROWS = 7;
    private static final double FEWEST_ROWS = 3;
    private static final double TALL_HEIGHT = 900;
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
    public static Region build(
            Workbench workbench,
            Words words,
            ObjectProperty<Mark> hovered,
            ObservableValue<Number> height,
            Consumer<Runnable> later) {
        ObservableValue<Number> zoom = workbench.appearance().zoomProperty();
        var panel = new VBox();
        panel.getStyleClass().addAll("panel", "table-panel");
        var tall = new SimpleBooleanProperty(false);
        panel.prefHeightProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> zoom.getValue().doubleValue() * (tall.get() ? SECOND_LINE : 0)
                                + heightIn(
                                        height.getValue().doubleValue(),
                                        zoom.getValue().doubleValue(),
                                        workbench
                                                .root()
                                                .getComparison()
                                                .machines()
                                                .size()),
                        height,
                        zoom,
                        tall,
                        workbench.root().comparisonProperty()));
        later.accept(() -> {
            var table = new MachineTable(workbench, words, hovered);
            panel.getChildren().setAll(table.head(), table.rows());
            table.heads.tallProperty().subscribe(tall::set);
        });
        return panel;
    }

    /// Seven rows where there is room; a low window leaves some to scrolling rather than squeeze the charts, a tall one
    /// gives part of its height to further machines.
    private static double heightIn(double window, double zoom, int machines) {
        double height = window / zoom;
        double lacking = Math.ceil(Math.max(0, ROOMY_HEIGHT - height) / (2 * ROW_HEIGHT));
        double further = Math.floor(Math.max(0, height - TALL_HEIGHT) / (3 * ROW_HEIGHT));
        double rows = Math.clamp(ROWS - lacking + further, FEWEST_ROWS, Math.max(ROWS, machines));
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
        // Where columns stand close, they leave no room for verdicts that no machine has.
        workbench.root().resultsProperty().map(MachineTable::reasons).subscribe((_, _) -> heads.fit());
        VBox.setVgrow(table, Priority.ALWAYS);
        return table;
    }

    private static List<String> reasons(Results results) {
        return results.columns().stream()
                .map(column -> switch (column.estimate().fit().verdict()) {
                    case Verdict.DoesNotFit(Bytes _, Verdict.Reason reason) -> reason.name();
                    case Verdict.Fits _, Verdict.Tight _, Verdict.Spills _, Verdict.Unknown _ -> "";
                })
                .toList();
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
