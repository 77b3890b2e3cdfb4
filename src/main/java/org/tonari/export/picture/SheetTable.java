package org.tonari.export.picture;

import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.tonari.chart.MarkGlyph;
import org.tonari.chart.VerdictMark;
import org.tonari.text.ComparisonColumn;
import org.tonari.text.Formats;

/// The machines as rows of text, for the sheet.
final class SheetTable {
    private static final List<Double> SHARES = List.of(15.0, 8.6, 6.4, 9.5, 6.3, 8.9, 9.0, 7.2, 7.0, 10.0, 12.1);

    private final List<Pictured> machines;
    private final Wording wording;
    private final double scale;

    SheetTable(List<Pictured> machines, Wording wording, double scale) {
        this.machines = machines;
        this.wording = wording;
        this.scale = scale;
    }

    Node node() {
        var grid = new GridPane();
        grid.getStyleClass().add("table");
        for (ComparisonColumn column : ComparisonColumn.values()) {
            var constraints = new ColumnConstraints();
            constraints.setPercentWidth(SHARES.get(column.ordinal()));
            constraints.setHalignment(column.isNumeric() ? HPos.RIGHT : HPos.LEFT);
            constraints.setHgrow(Priority.NEVER);
            grid.getColumnConstraints().add(constraints);
        }
        grid.add(band("head-band"), 0, 0, ComparisonColumn.values().length, 1);
        for (ComparisonColumn column : ComparisonColumn.values()) {
            grid.add(
                    text(TableTexts.head(column, wording), column.isNumeric() ? "figure-head" : "word-head"),
                    column.ordinal(),
                    0);
        }
        for (int row = 0; row < machines.size(); row++) {
            grid.add(band("row-band"), 0, row + 1, ComparisonColumn.values().length, 1);
            for (ComparisonColumn column : ComparisonColumn.values()) {
                grid.add(cell(column, machines.get(row)), column.ordinal(), row + 1);
            }
        }
        return grid;
    }

    private Label cell(ComparisonColumn column, Pictured machine) {
        String written = TableTexts.cell(column, machine.estimate(), wording);
        Label label = text(written, column.isNumeric() ? "figure" : "word");
        VerdictMark verdict = VerdictWords.mark(machine.estimate().fit().verdict());
        switch (column) {
            case MACHINE -> {
                label.setGraphic(boxed(MarkGlyph.of(machine.mark())));
                // A long name shortens itself rather than push the prices off the sheet.
                label.setMinWidth(0);
            }
            case VERDICT -> {
                label.setGraphic(boxed(MarkGlyph.of(verdict)));
                label.getStyleClass().add(tint(verdict));
            }
            case SPARE -> label.getStyleClass().add(verdict == VerdictMark.DOES_NOT_FIT ? "over" : "plain");
            case DECODE -> label.getStyleClass().add("strong");
            default -> label.getStyleClass().add("plain");
        }
        if (written.equals(Formats.UNKNOWN)) {
            label.getStyleClass().add("unknown");
        }
        return label;
    }

    private static String tint(VerdictMark verdict) {
        return switch (verdict) {
            case FITS, UNKNOWN -> "plain";
            case TIGHT -> "tight";
            case DOES_NOT_FIT -> "over";
        };
    }

    private Node boxed(Node glyph) {
        glyph.setScaleX(scale);
        glyph.setScaleY(scale);
        var box = new StackPane(glyph);
        box.getStyleClass().add("glyph-box");
        return box;
    }

    private static Region band(String style) {
        var band = new Region();
        band.getStyleClass().add(style);
        return band;
    }

    private static Label text(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
