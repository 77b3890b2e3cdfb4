package org.tonari.view.matrix;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.util.Subscription;

/// Shares the width of a matrix among its machines, the room of the scroll bar left free. Where that would be too
/// little for each, the matrix scrolls sideways; names that do not fit on one line take two or three, broken between
/// words.
final class MatrixWidths {
    private static final double EM = 12;
    private static final double BAR_EM = 1;
    private static final double LEAST_EM = 7.4;

    /// What machines keep when the names of rows take what is spare: the longest verdict is said whole in it.
    private static final double COMFORTABLE_EM = 11.25;
    private static final double LONGEST_WORD_EM = 7;
    private static final double BESIDE_NAME_EM = 3.95;
    private static final double BESIDE_ROW_NAME_EM = 1.9;
    private static final PseudoClass TALL = PseudoClass.getPseudoClass("tall-heads");
    private static final PseudoClass TALLEST = PseudoClass.getPseudoClass("tallest-heads");

    private final TableView<?> table;
    private final ObservableValue<Number> zoom;
    private List<Double> fixed = List.of();
    private List<String> names = List.of();
    private List<String> rows = List.of();
    private List<Label> heads = List.of();
    private Subscription styled = Subscription.EMPTY;

    MatrixWidths(TableView<?> table, ObservableValue<Number> zoom) {
        this.table = table;
        this.zoom = zoom;
        table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        Subscription.combine(table.widthProperty().subscribe((_, _) -> share()), zoom.subscribe((_, _) -> share()));
    }

    /// Takes the names of the rows, which stand in the first column.
    void rows(List<String> shown) {
        if (!shown.equals(rows)) {
            rows = shown;
            share();
        }
    }

    /// Takes new columns.
    ///
    /// @param ems      widths of the columns before the machines, in ems
    void of(List<Double> ems) {
        fixed = ems;
        heads = table.getColumns().stream()
                .skip(ems.size())
                .map(column -> MachineColumn.name(column.getGraphic()))
                .toList();
        names = heads.stream().map(Label::getText).toList();
        styled.unsubscribe();
        styled = heads.isEmpty()
                ? Subscription.EMPTY
                : heads.getFirst().fontProperty().subscribe((_, _) -> share());
        share();
    }

    private void share() {
        double em = EM * zoom.getValue().doubleValue();
        if (table.getWidth() <= 0 || names.isEmpty() || table.getColumns().size() != fixed.size() + names.size()) {
            return;
        }
        double left = table.getWidth() - em * BAR_EM;
        for (int i = 0; i < fixed.size(); i++) {
            double width = Math.floor(fixed.get(i) * em);
            column(i).setPrefWidth(width);
            left -= width;
        }
        Font font = font(em);
        double words = names.stream()
                .flatMap(name -> Stream.of(name.split(" ")))
                .mapToDouble(word -> width(word, font))
                .max()
                .orElse(0);
        double least = Math.max(LEAST_EM * em, Math.min(LONGEST_WORD_EM * em, words) + BESIDE_NAME_EM * em);
        double kept = Math.max(least, COMFORTABLE_EM * em);
        double given = Math.clamp(Math.floor(left - kept * names.size()), 0, lacking(em, font));
        column(0).setPrefWidth(column(0).getPrefWidth() + given);
        left -= given;
        double each = Math.floor(Math.max(left / names.size(), least));
        for (int i = fixed.size(); i < table.getColumns().size(); i++) {
            column(i).setPrefWidth(each);
        }
        double room = each - BESIDE_NAME_EM * em;
        int lines =
                names.stream().mapToInt(name -> lines(name, font, room)).max().orElse(1);
        table.pseudoClassStateChanged(TALL, lines == 2);
        table.pseudoClassStateChanged(TALLEST, lines > 2);
    }

    /// @return what the first column is too narrow for the names of the rows
    private double lacking(double em, Font font) {
        var regular = Font.font(font.getFamily(), em);
        double longest =
                rows.stream().mapToDouble(name -> width(name, regular)).max().orElse(0);
        return Math.max(0, Math.ceil(longest + BESIDE_ROW_NAME_EM * em - fixed.getFirst() * em));
    }

    private static int lines(String name, Font font, double room) {
        int lines = 1;
        String line = "";
        for (String word : name.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (line.isEmpty() || width(longer, font) <= room) {
                line = longer;
            } else {
                line = word;
                lines++;
            }
        }
        return width(name, font) > room ? Math.max(2, lines) : 1;
    }

    /// The heads' own font; bold as the toolkit's before they are styled.
    private Font font(double em) {
        return heads.isEmpty()
                ? Font.font(Font.getDefault().getFamily(), FontWeight.BOLD, em)
                : heads.getFirst().getFont();
    }

    private TableColumn<?, ?> column(int index) {
        return table.getColumns().get(index);
    }

    static double width(String text, Font font) {
        var measured = new Text(text);
        measured.setFont(font);
        return measured.getLayoutBounds().getWidth();
    }
}
