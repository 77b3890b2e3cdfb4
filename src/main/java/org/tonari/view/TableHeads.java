package org.tonari.view;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import org.tonari.domain.Machine;
import org.tonari.view.TableRoom.Lines;
import org.tonari.view.parts.Followed;
import org.tonari.view.parts.Terms;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.TableColumn;
import org.tonari.viewmodel.TableViewModel;
import org.tonari.viewmodel.TableViewModel.Row;
import org.tonari.viewmodel.Workbench;

/// The heads of the table of machines: a click sorts; they decide how wide the columns are.
final class TableHeads {
    private static final double HEAD_SIZE = 0.917;
    private static final PseudoClass TALL = PseudoClass.getPseudoClass("tall-heads");
    private static final PseudoClass SORTED = PseudoClass.getPseudoClass("sorted");

    private final Workbench workbench;
    private final Words words;
    private final TableView<Row> table;
    private final Map<TableColumn, Label> heads = new EnumMap<>(TableColumn.class);

    TableHeads(Workbench workbench, Words words, TableView<Row> table) {
        this.workbench = workbench;
        this.words = words;
        this.table = table;
    }

    void clear() {
        heads.clear();
    }

    /// Gives every column the room that its head needs; heads take a second line before they are cut.
    void fit() {
        Label first = heads.get(TableColumn.MACHINE);
        if (first == null || table.getWidth() <= 0 || table.getColumns().size() != heads.size()) {
            return;
        }
        Font font = first.getFont();
        var room = new TableRoom(Font.font(font.getFamily(), font.getSize() / HEAD_SIZE), font, words.now());
        List<Machine> machines = workbench.root().getComparison().machines();
        Map<TableColumn, Double> needs = needs(room, machines, Lines.ONE);
        boolean tall = sum(needs) > table.getWidth();
        if (tall) {
            needs = needs(room, machines, Lines.TWO);
        }
        table.pseudoClassStateChanged(TALL, tall);
        heads.values().forEach(head -> head.setWrapText(tall));
        Map<TableColumn, Double> widths = TableEdges.widths(
                needs,
                heads.containsKey(TableColumn.DELTA_RATE) ? TableEdges.Deltas.SHOWN : TableEdges.Deltas.ABSENT,
                table.getWidth(),
                workbench.appearance().zoomProperty().get());
        table.getColumns().forEach(column -> {
            if (column.getUserData() instanceof TableColumn kind) {
                column.setPrefWidth(widths.getOrDefault(kind, 0.0));
            }
        });
    }

    private Map<TableColumn, Double> needs(TableRoom room, List<Machine> machines, Lines lines) {
        var needs = new EnumMap<TableColumn, Double>(TableColumn.class);
        heads.forEach((column, head) ->
                needs.put(column, Math.max(room.head(column, head, lines), room.figures(column, machines))));
        return needs;
    }

    private static double sum(Map<TableColumn, Double> widths) {
        return widths.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    Label head(TableColumn kind) {
        var head = new Label();
        head.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> TableFigures.head(
                                kind, workbench.root().getResults(), words.now(), workbench.appearance()),
                        words.wording(),
                        workbench.appearance().pricesProperty(),
                        workbench.root().resultsProperty()));
        head.getStyleClass().addAll("column-head", TableFigures.isWord(kind) ? "word" : "figure");
        var arrow = new Region();
        arrow.getStyleClass().add("sort-arrow");
        head.setGraphic(arrow);
        head.setContentDisplay(ContentDisplay.RIGHT);
        head.setMaxWidth(Double.MAX_VALUE);
        Terms.explain(
                head,
                Bindings.createStringBinding(
                        () -> TableFigures.explanation(kind, head.getText(), words.now(), workbench.appearance()),
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
            arrow.setVisible(sorted);
            arrow.setManaged(sorted);
            arrow.setRotate(order.direction() == TableViewModel.Direction.UP ? 180 : 0);
        });
        return head;
    }
}
