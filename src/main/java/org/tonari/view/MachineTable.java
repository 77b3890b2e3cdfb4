package org.tonari.view;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.tonari.chart.Mark;
import org.tonari.chart.MarkGlyph;
import org.tonari.export.picture.Pictured;
import org.tonari.export.picture.TableTexts;
import org.tonari.export.picture.VerdictWords;
import org.tonari.text.CommonText;
import org.tonari.text.ComparisonColumn;
import org.tonari.text.Formats;
import org.tonari.text.WindowText;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.Results;
import org.tonari.viewmodel.Selection;
import org.tonari.viewmodel.Subject;
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
    private static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");
    private static final PseudoClass TIGHT = PseudoClass.getPseudoClass("tight");
    private static final PseudoClass SORTED = PseudoClass.getPseudoClass("sorted");

    private final Workbench workbench;
    private final TableViewModel model;
    private final Words words;
    private final ObjectProperty<Mark> hovered;
    private final ObservableValue<Number> height;
    private final TableView<Row> table = new TableView<>();

    /// Seven rows where there is room; a low window leaves some to scrolling rather than squeeze the charts.
    private double height() {
        double zoom = workbench.appearance().zoomProperty().get();
        double lacking = Math.max(0, ROOMY_HEIGHT - height.getValue().doubleValue() / zoom);
        double rows = Math.clamp(ROWS - Math.ceil(lacking / (2 * ROW_HEIGHT)), FEWEST_ROWS, ROWS);
        return (HEADS_HEIGHT + rows * ROW_HEIGHT) * zoom;
    }

    private MachineTable(
            Workbench workbench, Words words, ObjectProperty<Mark> hovered, ObservableValue<Number> height) {
        this.workbench = workbench;
        this.model = workbench.table();
        this.words = words;
        this.hovered = hovered;
        this.height = height;
    }

    /// @param hovered what is pointed at, shared with the charts
    /// @param height  of the window
    static Region build(
            Workbench workbench, Words words, ObjectProperty<Mark> hovered, ObservableValue<Number> height) {
        return new MachineTable(workbench, words, hovered, height).panel();
    }

    private Region panel() {
        Label title = words.on(new Label(), WindowText.TABLE);
        title.getStyleClass().add("section-title");
        var head = new HBox(title);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().addAll("panel-head", "table-head");
        table.setId("table");
        table.fixedCellSizeProperty()
                .bind(workbench.appearance().zoomProperty().map(zoom -> ROW_HEIGHT * zoom.doubleValue()));
        table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        table.setItems(model.rows());
        table.setRowFactory(_ -> new MachineRow());
        for (TableColumn column : TableColumn.values()) {
            table.getColumns().add(column(column));
        }
        table.accessibleTextProperty().bind(words.text(WindowText.TABLE));
        VBox.setVgrow(table, Priority.ALWAYS);
        var panel = new VBox(head, table);
        panel.getStyleClass().addAll("panel", "table-panel");
        panel.prefHeightProperty()
                .bind(Bindings.createDoubleBinding(
                        this::height, height, workbench.appearance().zoomProperty()));
        return panel;
    }

    private javafx.scene.control.TableColumn<Row, Results.Column> column(TableColumn kind) {
        var column = new javafx.scene.control.TableColumn<Row, Results.Column>();
        column.setGraphic(head(kind));
        column.setSortable(false);
        column.setReorderable(false);
        column.setResizable(false);
        column.prefWidthProperty()
                .bind(table.widthProperty()
                        .map(width -> TableEdges.width(
                                kind,
                                width.doubleValue(),
                                workbench.appearance().zoomProperty().get())));
        column.setCellValueFactory(row -> row.getValue().columnProperty());
        column.setCellFactory(_ -> new FigureCell(kind));
        return column;
    }

    private Label head(TableColumn kind) {
        var head = new Label();
        head.textProperty().bind(words.wording().map(now -> TableTexts.head(named(kind), now)));
        head.getStyleClass().addAll("column-head", isWord(kind) ? "word" : "figure");
        var arrow = new Region();
        arrow.getStyleClass().add("sort-arrow");
        head.setGraphic(arrow);
        head.setContentDisplay(ContentDisplay.RIGHT);
        head.setMaxWidth(Double.MAX_VALUE);
        var whole = new Tooltip();
        whole.textProperty().bind(head.textProperty());
        head.setTooltip(whole);
        head.setOnMouseClicked(_ -> model.sortBy(kind));
        model.orderProperty().subscribe(order -> {
            boolean sorted = order.column() == kind;
            head.pseudoClassStateChanged(SORTED, sorted);
            arrow.setVisible(sorted);
            arrow.setManaged(sorted);
            arrow.setRotate(order.direction() == TableViewModel.Direction.UP ? 180 : 0);
        });
        return head;
    }

    private static boolean isWord(TableColumn kind) {
        return kind == TableColumn.MACHINE || kind == TableColumn.VERDICT;
    }

    private static ComparisonColumn named(TableColumn column) {
        return switch (column) {
            case MACHINE -> ComparisonColumn.MACHINE;
            case VERDICT -> ComparisonColumn.VERDICT;
            case SPARE -> ComparisonColumn.SPARE;
            case LONGEST_CONTEXT -> ComparisonColumn.LONGEST_CONTEXT;
            case DECODE -> ComparisonColumn.DECODE;
            case INTERVAL -> ComparisonColumn.INTERVAL;
            case FIRST_TOKEN -> ComparisonColumn.FIRST_TOKEN;
            case POWER -> ComparisonColumn.WATTS;
            case ENERGY -> ComparisonColumn.JOULES_PER_TOKEN;
            case PRICE -> ComparisonColumn.PRICE;
            case PRICE_PER_SPEED -> ComparisonColumn.PRICE_PER_RATE;
        };
    }

    private static Subject subject(TableColumn column) {
        return switch (column) {
            case MACHINE, VERDICT, SPARE, PRICE -> new Subject.Required();
            case LONGEST_CONTEXT -> new Subject.LongestContext();
            case DECODE, INTERVAL, PRICE_PER_SPEED -> new Subject.Decode();
            case FIRST_TOKEN -> new Subject.FirstToken();
            case POWER -> new Subject.Power();
            case ENERGY -> new Subject.Energy();
        };
    }

    /// Marks the row whose machine is explained, and shares what the mouse points at with the charts.
    private final class MachineRow extends TableRow<Row> {
        MachineRow() {
            workbench.root().selectionProperty().subscribe(_ -> mark());
            itemProperty().subscribe(_ -> mark());
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
            pseudoClassStateChanged(
                    EXPLAINED, row != null && row.getColumn().machine().id().equals(explained));
        }
    }

    private final class FigureCell extends TableCell<Row, Results.Column> {
        private final TableColumn kind;
        private final Label label = new Label();

        FigureCell(TableColumn kind) {
            this.kind = kind;
            getStyleClass().add(isWord(kind) ? "word" : "figure");
            getStyleClass()
                    .add("column-"
                            + kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
            words.wording().subscribe(_ -> refresh());
            setOnMouseClicked(_ -> {
                if (getItem() != null) {
                    workbench
                            .root()
                            .selectionProperty()
                            .set(new Selection(getItem().machine().id(), subject(kind)));
                }
            });
        }

        @Override
        protected void updateItem(Results.Column item, boolean empty) {
            super.updateItem(item, empty);
            refresh();
        }

        private void refresh() {
            Results.Column item = getItem();
            if (isEmpty() || item == null) {
                setGraphic(null);
                return;
            }
            String text = TableTexts.cell(named(kind), item.estimate(), words.now());
            label.setText(text);
            boolean unknown = text.equals(Formats.UNKNOWN);
            label.pseudoClassStateChanged(UNKNOWN, unknown);
            label.setAccessibleText(unknown ? words.now().text(CommonText.UNKNOWN) : text);
            colour(item);
            setGraphic(label);
        }

        private void colour(Results.Column item) {
            var verdict = item.estimate().fit().verdict();
            boolean speaks = kind == TableColumn.VERDICT || kind == TableColumn.SPARE;
            switch (VerdictWords.mark(verdict)) {
                case FITS, UNKNOWN -> tint(false, false);
                case TIGHT -> tint(false, kind == TableColumn.VERDICT);
                case DOES_NOT_FIT -> tint(speaks, false);
            }
            if (kind == TableColumn.MACHINE) {
                label.setGraphic(boxed(MarkGlyph.of(Pictured.mark(item.machine(), item.place()))));
            } else if (kind == TableColumn.VERDICT) {
                label.setGraphic(boxed(MarkGlyph.of(VerdictWords.mark(verdict))));
            }
        }

        /// Glyphs differ in width; the names beside them shall not.
        private StackPane boxed(MarkGlyph glyph) {
            double zoom = workbench.appearance().zoomProperty().get();
            glyph.setScaleX(zoom);
            glyph.setScaleY(zoom);
            var box = new StackPane(glyph);
            box.getStyleClass().add("glyph-box");
            return box;
        }

        private void tint(boolean over, boolean tight) {
            label.pseudoClassStateChanged(OVER, over);
            label.pseudoClassStateChanged(TIGHT, tight);
        }
    }
}
