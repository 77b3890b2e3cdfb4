package org.tonari.view.charts;

import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.tonari.chart.speed.AxisSpan;
import org.tonari.chart.speed.SpeedTarget;
import org.tonari.chart.speed.ThroughputChart;
import org.tonari.domain.answer.ConcurrencyCurve;
import org.tonari.domain.scenario.Workload;
import org.tonari.export.picture.SpeedCurves;
import org.tonari.export.picture.SpeedWords;
import org.tonari.export.picture.Wording;
import org.tonari.text.ChartText;
import org.tonari.text.CommonText;
import org.tonari.text.WindowText;
import org.tonari.units.TokensPerSecond;
import org.tonari.view.parts.Pictures;
import org.tonari.view.parts.Terms;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.Workbench;
import org.tonari.viewmodel.desk.Results;
import org.tonari.viewmodel.desk.Selection;
import org.tonari.viewmodel.desk.SpeedMeasure;

/// The speed curves with their head: which speed, and what the marks mean.
public final class SpeedPanel {
    private SpeedPanel() {}

    /// @param chart drawn here; bound to the results
    public static Region build(Workbench workbench, Words words, ThroughputChart chart) {
        chart.setId("speed-chart");
        chart.summaryProperty().bind(words.text(CommonText.SPEED));
        bindCurves(chart, workbench, words);
        ScrubLink.between(chart, workbench);
        chart.zoomProperty().bind(workbench.appearance().zoomProperty());
        var panel = new BorderPane(chart);
        panel.setTop(head(workbench, words, chart));
        panel.getStyleClass().addAll("panel", "speed-panel");
        return panel;
    }

    private static void bindCurves(ThroughputChart chart, Workbench workbench, Words words) {
        ObservableValue<Results> results = workbench.root().resultsProperty();
        var steady = new SteadyCurves();
        chart.curvesProperty()
                .bind(Bindings.createObjectBinding(
                        () -> steady.of(results.getValue(), words.now()), results, words.wording()));
        chart.readingsProperty()
                .bind(Bindings.createObjectBinding(
                        () -> isImaginedElsewhere(workbench)
                                ? Map.of()
                                : new SpeedCurves(
                                                MarkSelection.kind(
                                                        results.getValue().measure()),
                                                words.now())
                                        .readings(Pictures.of(results.getValue())),
                        results,
                        workbench.root().shownProperty(),
                        words.wording()));
        chart.pinsProperty()
                .bind(Bindings.createObjectBinding(
                        () -> Ghosts.curves(results.getValue(), explained(workbench, results.getValue()), words.now()),
                        results,
                        workbench.root().selectionProperty(),
                        words.wording()));
        chart.textProperty()
                .bind(Bindings.createObjectBinding(
                        () -> new SpeedWords(
                                words.now(),
                                MarkSelection.kind(results.getValue().measure())),
                        words.wording(),
                        results));
        chart.spanProperty()
                .bind(Bindings.createObjectBinding(
                        () -> span(workbench, results.getValue()),
                        results,
                        workbench.context().scaleProperty()));
        chart.targetProperty()
                .bind(Bindings.createObjectBinding(
                        () -> target(results.getValue(), words.now()), results, words.wording()));
        chart.focusedMachineProperty().bind(workbench.root().selectionProperty().map(Selection::machineId));
    }

    /// The line of a what-if stands where no estimate is at hand; its values are read off the curves.
    private static boolean isImaginedElsewhere(Workbench workbench) {
        Workload now = workbench.root().getResults().comparison().setup().workload();
        Workload imagined = workbench.root().shownProperty().get().setup().workload();
        return workbench.root().isImagining()
                && (!now.context().equals(imagined.context()) || now.concurrency() != imagined.concurrency());
    }

    /// The machine that is explained, or the first where that one is no column any more.
    private static String explained(Workbench workbench, Results results) {
        String chosen = workbench.root().selectionProperty().get().machineId();
        return results.column(chosen)
                .orElse(results.columns().getFirst())
                .machine()
                .id();
    }

    private static AxisSpan span(Workbench workbench, Results results) {
        return switch (results.measure().axis()) {
            case CONTEXT ->
                AxisSpan.contexts(
                        workbench.context().scaleProperty().getValue().end().count());
            case USERS ->
                AxisSpan.users(Math.max(
                        ConcurrencyCurve.USUAL.getLast(),
                        results.comparison().setup().workload().concurrency()));
        };
    }

    private static SpeedTarget target(Results results, Wording wording) {
        Optional<TokensPerSecond> wish = results.comparison().target();
        boolean each = results.measure() == SpeedMeasure.DECODE || results.measure() == SpeedMeasure.EACH_USER;
        return each && wish.isPresent()
                ? new SpeedTarget.AtLeast(
                        wish.get().magnitude(),
                        wording.text(
                                WindowText.TARGET_LINE,
                                wording.formats().decimals(wish.get().magnitude(), 0)))
                : SpeedTarget.NONE;
    }

    private static HBox head(Workbench workbench, Words words, ThroughputChart chart) {
        Label title = words.on(new Label(), CommonText.SPEED);
        title.getStyleClass().add("section-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        var measures = new SpeedSwitch(workbench.root(), words);
        var caption = new Label();
        caption.getStyleClass().add("caption");
        caption.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> caption(words.now(), workbench.root().getResults()),
                        words.wording(),
                        workbench.root().resultsProperty()));
        caption.setMinWidth(0);
        Terms.explain(caption, caption.textProperty());
        var head = new HBox(
                title,
                measures.axes(),
                measures.node(),
                caption,
                wholeAxis(chart, words),
                Pictures.spacer(),
                SpeedKey.build(workbench, words, chart));
        measures.axes().setMinWidth(Region.USE_PREF_SIZE);
        measures.node().setMinWidth(Region.USE_PREF_SIZE);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("panel-head");
        return head;
    }

    private static String caption(Wording wording, Results results) {
        return switch (results.measure()) {
            case DECODE -> "";
            case FIRST_TOKEN, PREFILL -> wording.text(WindowText.PROMPT_CAPTION);
            case EACH_USER, ALL_USERS ->
                wording.text(ChartText.USERS_CAPTION, wording.formats().contextLabel(results.context()));
        };
    }

    /// The way back from a zoomed axis, there only while it is zoomed.
    private static Hyperlink wholeAxis(ThroughputChart chart, Words words) {
        Hyperlink link = words.on(new Hyperlink(), ChartText.WHOLE_AXIS);
        link.setId("whole-axis");
        link.setMinWidth(Region.USE_PREF_SIZE);
        link.setOnAction(_ -> chart.showWholeAxis());
        link.visibleProperty().bind(chart.shownSpanProperty().map(_ -> chart.isZoomed()));
        link.managedProperty().bind(link.visibleProperty());
        return link;
    }
}
