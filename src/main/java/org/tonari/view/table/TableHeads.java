package org.tonari.view.table;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import org.tonari.domain.machine.Machine;
import org.tonari.view.parts.Followed;
import org.tonari.view.parts.Terms;
import org.tonari.view.parts.Words;
import org.tonari.view.table.TableRoom.Density;
import org.tonari.viewmodel.Workbench;
import org.tonari.viewmodel.desk.Results;
import org.tonari.viewmodel.table.TableColumn;
import org.tonari.viewmodel.table.TableViewModel;
import org.tonari.viewmodel.table.TableViewModel.Row;

/// The heads of the table of machines: a click sorts; they decide how wide the columns are.
final class TableHeads {
    private static final double HEAD_SIZE = 0.917;
    private static final PseudoClass TALL = PseudoClass.getPseudoClass("tall-heads");
    private static final PseudoClass CLOSE = PseudoClass.getPseudoClass("close-columns");
    private static final PseudoClass WIDE = PseudoClass.getPseudoClass("wide");
    private static final PseudoClass SORTED = PseudoClass.getPseudoClass("sorted");

    private final Workbench workbench;
    private final Words words;
    private final TableView<Row> table;
    private final ObjectProperty<Set<TableColumn>> broken = new SimpleObjectProperty<>(Set.of());
    private final Map<TableColumn, Label> heads = new EnumMap<>(TableColumn.class);
    private final ReadOnlyBooleanWrapper onTwoLines = new ReadOnlyBooleanWrapper(this, "tall", false);
    private boolean fitting;

    TableHeads(Workbench workbench, Words words, TableView<Row> table) {
        this.workbench = workbench;
        this.words = words;
        this.table = table;
    }

    /// Whether heads are on two lines.
    ReadOnlyBooleanProperty tallProperty() {
        return onTwoLines.getReadOnlyProperty();
    }

    void clear() {
        heads.clear();
    }

    /// Gives every column the room that its head and its figures need. Where that is more than there is, heads take a
    /// second line, then all move closer, and at last the table is wider than its place and scrolls.
    void fit() {
        Label first = heads.get(TableColumn.MACHINE);
        // Breaking a head changes its text, which would ask for room once more.
        if (fitting
                || first == null
                || table.getWidth() <= 0
                || table.getColumns().size() != heads.size()) {
            return;
        }
        fitting = true;
        try {
            fit(first.getFont());
        } finally {
            fitting = false;
        }
    }

    private void fit(Font font) {
        Density density = Density.ONE_LINE;
        Map<TableColumn, Double> needs = needs(font, density);
        while (sum(needs) > table.getWidth() && density != Density.TIGHT) {
            density = Density.values()[density.ordinal() + 1];
            needs = needs(font, density);
        }
        show(density, sum(needs) > table.getWidth());
        broken.set(density == Density.ONE_LINE ? Set.of() : tooLong(room(font, density)));
        Map<TableColumn, Double> widths = TableEdges.widths(
                needs,
                heads.containsKey(TableColumn.DELTA_RATE) ? TableEdges.Deltas.SHOWN : TableEdges.Deltas.ABSENT,
                Math.max(table.getWidth(), sum(needs)),
                workbench.appearance().zoomProperty().get());
        table.getColumns().forEach(column -> {
            if (column.getUserData() instanceof TableColumn kind) {
                column.setPrefWidth(widths.getOrDefault(kind, 0.0));
            }
        });
    }

    private void show(Density density, boolean wide) {
        boolean tall = density != Density.ONE_LINE;
        onTwoLines.set(tall);
        table.pseudoClassStateChanged(TALL, tall);
        table.pseudoClassStateChanged(CLOSE, density == Density.TIGHT);
        table.pseudoClassStateChanged(WIDE, wide);
        heads.values().forEach(head -> head.setWrapText(tall));
    }

    private TableRoom room(Font font, Density density) {
        return new TableRoom(
                Font.font(font.getFamily(), font.getSize() / HEAD_SIZE),
                font,
                words.now(),
                density,
                workbench.table().orderProperty().get().column());
    }

    /// The heads that are longer than the figures below them.
    private Set<TableColumn> tooLong(TableRoom room) {
        List<Machine> machines = workbench.root().getComparison().machines();
        return heads.keySet().stream()
                .filter(column -> !room.isWithin(column, text(column), room.figures(column, machines)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Map<TableColumn, Double> needs(Font font, Density density) {
        TableRoom room = room(font, density);
        List<Results.Column> rows = workbench.root().getResults().columns();
        List<Machine> machines = workbench.root().getComparison().machines();
        var needs = new EnumMap<TableColumn, Double>(TableColumn.class);
        heads.keySet()
                .forEach(column -> needs.put(
                        column,
                        Math.max(
                                room.head(column, text(column)),
                                column == TableColumn.VERDICT
                                        ? room.verdicts(rows.stream()
                                                .map(row -> row.estimate().fit().verdict()))
                                        : room.figures(column, machines))));
        return needs;
    }

    private static double sum(Map<TableColumn, Double> widths) {
        return widths.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private String text(TableColumn kind) {
        return TableFigures.head(kind, workbench.root().getResults(), words.now(), workbench.appearance());
    }

    Label head(TableColumn kind) {
        var head = new Label();
        head.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> broken.get().contains(kind) ? TableRoom.inTwo(text(kind)) : text(kind),
                        words.wording(),
                        workbench.appearance().pricesProperty(),
                        workbench.root().resultsProperty(),
                        broken));
        head.getStyleClass().addAll("column-head", TableFigures.isWord(kind) ? "word" : "figure");
        var arrow = new Region();
        arrow.getStyleClass().add("sort-arrow");
        head.setContentDisplay(ContentDisplay.RIGHT);
        head.setMaxWidth(Double.MAX_VALUE);
        Terms.explain(
                head,
                Bindings.createStringBinding(
                        () -> TableFigures.explanation(kind, text(kind), words.now(), workbench.appearance()),
                        head.textProperty(),
                        words.wording(),
                        workbench.appearance().pricesProperty(),
                        workbench.appearance().yenPerDollarProperty()));
        head.setOnMouseClicked(_ -> workbench.table().sortBy(kind));
        heads.put(kind, head);
        head.textProperty().subscribe((_, _) -> fit());
        head.fontProperty().subscribe((_, _) -> fit());
        Followed.by(head, workbench.table().orderProperty()).subscribe(order -> {
            boolean sorted = order.column() == kind;
            head.pseudoClassStateChanged(SORTED, sorted);
            // A sign that is only unmanaged is forgotten by a label that is laid out meanwhile.
            head.setGraphic(sorted ? arrow : null);
            arrow.setRotate(order.direction() == TableViewModel.Direction.UP ? 180 : 0);
            if (sorted) {
                fit();
            }
        });
        return head;
    }
}
