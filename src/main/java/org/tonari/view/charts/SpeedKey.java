package org.tonari.view.charts;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.tonari.chart.speed.ThroughputChart;
import org.tonari.export.picture.Pictured;
import org.tonari.text.TermText;
import org.tonari.text.WindowText;
import org.tonari.view.parts.Terms;
import org.tonari.view.parts.Words;
import org.tonari.view.parts.YieldingRow;
import org.tonari.viewmodel.Workbench;

/// What the marks of the speed chart mean.
final class SpeedKey {
    private SpeedKey() {}

    static HBox build(Workbench workbench, Words words, ThroughputChart chart) {
        Label estimate = words.on(new Label(), WindowText.ESTIMATE);
        estimate.setGraphic(swatch("key-line"));
        var interval = new Label();
        interval.setGraphic(swatch("key-band"));
        interval.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> words.now()
                                .text(
                                        WindowText.INTERVAL_OF,
                                        MachineNames.of(workbench.root(), banded(workbench, chart))),
                        words.wording(),
                        chart.hoveredProperty(),
                        workbench.root().selectionProperty()));
        workbench.root().resultsProperty().subscribe(_ -> colour(interval, workbench, chart));
        interval.textProperty().subscribe(_ -> colour(interval, workbench, chart));
        Terms.explain(interval, words, TermText.INTERVAL);
        Label measured = words.on(new Label(), WindowText.MEASURED);
        measured.setGraphic(swatch("key-ring"));
        var key = new YieldingRow(measured, estimate, interval);
        key.getStyleClass().add("key");
        key.setAlignment(Pos.CENTER_RIGHT);
        return key;
    }

    /// The machine whose interval is drawn: the one pointed at, else the one explained.
    private static String banded(Workbench workbench, ThroughputChart chart) {
        return chart.getHovered()
                .machine()
                .orElseGet(() -> workbench.root().selectionProperty().get().machineId());
    }

    /// The swatch has the colour of the curve whose interval it stands for.
    private static void colour(Label interval, Workbench workbench, ThroughputChart chart) {
        workbench
                .root()
                .getResults()
                .column(banded(workbench, chart))
                .map(column -> Pictured.mark(column.machine(), column.place()).token())
                .ifPresent(token -> interval.getGraphic().setStyle("-fx-background-color: -" + token));
    }

    private static Region swatch(String styleClass) {
        var swatch = new Region();
        swatch.getStyleClass().add(styleClass);
        return swatch;
    }
}
