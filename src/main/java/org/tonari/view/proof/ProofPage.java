package org.tonari.view.proof;

import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.Property;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.tonari.chart.Mark;
import org.tonari.chart.plane.ScatterChart;
import org.tonari.chart.plane.ScatterDot;
import org.tonari.export.picture.Pictured;
import org.tonari.text.PageText;
import org.tonari.text.ProofText;
import org.tonari.view.parts.PageFrame;
import org.tonari.view.parts.TermPanel;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.Workbench;
import org.tonari.viewmodel.pages.Page;
import org.tonari.viewmodel.pages.ProofViewModel;
import org.tonari.viewmodel.pages.ProofViewModel.KeptBack;
import org.tonari.viewmodel.pages.ProofViewModel.Measure;
import org.tonari.viewmodel.pages.ProofViewModel.Run;

/// How right estimates are: a cloud of published runs about the diagonal, and beside it what it comes to.
public final class ProofPage {
    private final Workbench workbench;
    private final ProofViewModel model;
    private final Words words;
    private final ScatterChart chart = new ScatterChart();

    private ProofPage(Workbench workbench, Words words) {
        this.workbench = workbench;
        this.model = workbench.pages().proof();
        this.words = words;
    }

    /// @param explanation explains a run
    public static Region build(Workbench workbench, Words words, TermPanel explanation) {
        return new ProofPage(workbench, words).page(explanation);
    }

    private Region page(TermPanel explanation) {
        workbench.pages().shownProperty().subscribe(page -> {
            if (page == Page.EVIDENCE) {
                model.ask();
            }
        });
        var content = new HBox(left(), tabs());
        content.getStyleClass().add("proof-content");
        return PageFrame.build(
                "proof-page",
                words,
                PageText.NAME_EVIDENCE,
                Bindings.createStringBinding(this::sentence, words.wording(), model.readyProperty()),
                content,
                explanation,
                spoken(
                        ProofText.CHOOSE_MEASURE,
                        choice("proof-measure", Measure.values(), model.measureProperty(), this::named)),
                spoken(
                        ProofText.CHOOSE_KEPT_BACK,
                        choice("proof-kept-back", KeptBack.values(), model.keptBackProperty(), this::named)));
    }

    private String sentence() {
        return model.tally()
                .map(tally -> words.now()
                        .text(
                                ProofText.MAPPED,
                                whole(tally.mapped()),
                                whole(tally.rows()),
                                whole(tally.decode()),
                                whole(tally.prefill()),
                                whole(tally.batches())))
                .orElseGet(() -> words.now().text(ProofText.COMPUTING));
    }

    private String whole(int number) {
        return words.now().formats().whole(number);
    }

    private Region left() {
        chart.setId("proof-chart");
        chart.zoomProperty().bind(workbench.appearance().zoomProperty());
        chart.acrossProperty().bind(words.text(ProofText.AXIS_MEASURED));
        chart.upProperty().bind(words.text(ProofText.AXIS_ESTIMATED));
        chart.summaryProperty().bind(words.text(ProofText.CHART_SUMMARY));
        model.runsProperty().subscribe(_ -> draw());
        words.wording().subscribe(_ -> draw());
        chart.setOnSelect(mark -> {
            if (mark instanceof Mark.Measurement(String _, int index)) {
                model.explain(model.runsProperty().get().get(index));
            }
        });
        var pointed = new Label();
        pointed.setId("proof-pointed");
        pointed.getStyleClass().add("proof-pointed");
        pointed.setWrapText(true);
        chart.hoveredProperty().subscribe(mark -> pointed.setText(pointedAt(mark)));
        words.wording().subscribe(_ -> pointed.setText(pointedAt(chart.getHovered())));
        var stack = new StackPane(chart, waiting());
        VBox.setVgrow(stack, Priority.ALWAYS);
        var box = new VBox(stack, pointed);
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    private String pointedAt(Mark mark) {
        return mark instanceof Mark.Measurement(String _, int index)
                        && index < chart.getDots().size()
                ? chart.getDots().get(index).words()
                : words.now().text(ProofText.CHART_HINT);
    }

    private void draw() {
        chart.setHovered(Mark.NONE);
        chart.setSelection(Mark.NONE);
        chart.setDots(model.runsProperty().get().stream().map(this::dot).toList());
    }

    private ScatterDot dot(Run run) {
        var formats = words.now().formats();
        return new ScatterDot(
                Pictured.mark(run.machine(), run.place()),
                run.measured(),
                run.estimated(),
                words.now()
                        .text(
                                ProofText.DOT,
                                String.join(
                                        " · ",
                                        run.machine().shortName(),
                                        run.row().runtime(),
                                        run.row().model(),
                                        run.row().weights()),
                                formats.tableRate(run.measured()),
                                formats.tableRate(run.estimated()),
                                ProofTables.signed(run.error())));
    }

    private Region waiting() {
        var bar = new ProgressBar();
        bar.progressProperty().bind(model.progressProperty());
        bar.accessibleTextProperty().bind(words.text(ProofText.COMPUTING));
        Button cancel = words.on(new Button(), ProofText.CANCEL);
        cancel.setId("proof-cancel");
        cancel.setOnAction(_ -> model.cancel());
        var box = new VBox(words.on(new Label(), ProofText.COMPUTING), bar, cancel);
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("rows");
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        box.visibleProperty().bind(model.busyProperty());
        return box;
    }

    private TabPane tabs() {
        var tables = new ProofTables(model, words);
        var pane = new TabPane(
                tab("proof-promises", ProofText.TAB_PROMISES, tables.promises()),
                tab("proof-errors", ProofText.TAB_ERRORS, tables.errors()),
                tab("proof-runs", ProofText.TAB_RUNS, tables.runs()),
                tab("proof-memory", ProofText.TAB_MEMORY, new MemoryTable(model, words).build()),
                tab("proof-left-out", ProofText.TAB_LEFT_OUT, tables.leftOut()));
        pane.setId("proof-tabs");
        spoken(ProofText.TABLES, pane);
        pane.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        pane.getStyleClass().add("proof-tabs");
        return pane;
    }

    private Tab tab(String id, ProofText name, Region content) {
        var tab = new Tab();
        tab.setId(id);
        tab.textProperty().bind(words.text(name));
        tab.setContent(content instanceof TableView<?> table ? spoken(name, table) : content);
        return tab;
    }

    private <N extends Node> N spoken(ProofText name, N control) {
        control.accessibleTextProperty().bind(words.text(name));
        return control;
    }

    private <T> ComboBox<T> choice(String id, T[] values, Property<T> chosen, Function<T, ProofText> named) {
        return ProofTables.choice(id, List.of(values), chosen, words, named);
    }

    private ProofText named(Measure measure) {
        return switch (measure) {
            case DECODE -> ProofText.MEASURE_DECODE;
            case PREFILL -> ProofText.MEASURE_PREFILL;
            case BATCH -> ProofText.MEASURE_BATCH;
        };
    }

    private ProofText named(KeptBack keptBack) {
        return switch (keptBack) {
            case NOTHING -> ProofText.KEPT_NOTHING;
            case SOURCE -> ProofText.KEPT_SOURCE;
            case MODEL -> ProofText.KEPT_MODEL;
            case MACHINE -> ProofText.KEPT_MACHINE;
            case CHIP -> ProofText.KEPT_CHIP;
        };
    }

    /// A cell that writes a choice in the language that holds.
    static final class ChoiceCell<T> extends ListCell<T> {
        private final Words words;
        private final Function<T, ProofText> named;

        ChoiceCell(Words words, Function<T, ProofText> named) {
            this.words = words;
            this.named = named;
        }

        @Override
        protected void updateItem(T item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? "" : words.now().text(named.apply(item)));
        }
    }
}
