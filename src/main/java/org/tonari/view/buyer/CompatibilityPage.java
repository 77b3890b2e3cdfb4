package org.tonari.view.buyer;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tonari.domain.Compatibility;
import org.tonari.domain.Estimate;
import org.tonari.text.CompatibilityTable;
import org.tonari.text.Names;
import org.tonari.text.PageText;
import org.tonari.view.parts.PageFrame;
import org.tonari.view.parts.Scrolls;
import org.tonari.view.parts.TermPanel;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.BuyerViewModel;
import org.tonari.viewmodel.Page;
import org.tonari.viewmodel.Workbench;

/// How the runtime's kernels run on each machine, and the decision of one, step by step.
public final class CompatibilityPage {
    private final Workbench workbench;
    private final BuyerViewModel model;
    private final Words words;
    private final FigureGrid grid;
    private final VBox path = new VBox();

    private CompatibilityPage(Workbench workbench, Words words) {
        this.workbench = workbench;
        this.model = workbench.pages().buyer();
        this.words = words;
        this.grid = new FigureGrid("compatibility", workbench.pages(), 0);
    }

    /// @param explanation explains a number of the page
    public static Region build(Workbench workbench, Words words, TermPanel explanation) {
        return new CompatibilityPage(workbench, words).page(explanation);
    }

    private Region page(TermPanel explanation) {
        workbench.pages().shownProperty().subscribe(page -> model.software().setActive(page == Page.COMPATIBILITY));
        model.software().valueProperty().subscribe(_ -> show());
        words.wording().subscribe(_ -> show());
        grid.onChosen(this::path);
        path.setId("decision-path");
        path.getStyleClass().add("decision");
        var scroll = Scrolls.of(path);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("why-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var content = new VBox(grid.node(), scroll);
        content.getStyleClass().add("buyer-content");
        return PageFrame.build(
                "compatibility-page",
                words,
                PageText.NAME_COMPATIBILITY,
                Bindings.createStringBinding(
                        this::sentence, words.wording(), workbench.root().comparisonProperty()),
                content,
                explanation,
                PageExport.button(workbench.exports(), words, "compatibility", this::sheet, () -> content));
    }

    private String sentence() {
        var setup = workbench.root().getComparison().setup();
        return words.now()
                .text(
                        PageText.COMPATIBILITY_SENTENCE,
                        setup.runtime().runtime().name(),
                        setup.weights().name());
    }

    private List<Estimate> estimates() {
        return List.copyOf(model.software().valueProperty().get());
    }

    private void show() {
        var table = new CompatibilityTable(words.now().messages(), words.now().formats());
        grid.show(table.of(estimates()), workbench.appearance().zoomProperty().get());
        path(Math.max(0, grid.node().getSelectionModel().getSelectedIndex()));
    }

    private PageExport.Sheet sheet() {
        var table = new CompatibilityTable(words.now().messages(), words.now().formats());
        return new PageExport.Sheet(table.of(estimates()), words.now().text(PageText.NAME_COMPATIBILITY), sentence());
    }

    private void path(int row) {
        path.getChildren().clear();
        List<Estimate> estimates = estimates();
        if (estimates.isEmpty()) {
            return;
        }
        Estimate estimate = estimates.get(Math.clamp(row, 0, estimates.size() - 1));
        Names names = words.now().names();
        var head = new Label(words.now()
                .text(PageText.COMPATIBILITY_PATH, estimate.scenario().machine().name()));
        head.getStyleClass().add("section-title");
        path.getChildren().add(head);
        Compatibility compatibility = estimate.compatibility();
        int number = 1;
        for (Compatibility.Step step : compatibility.path()) {
            path.getChildren().add(step(number++, step, compatibility, names));
        }
    }

    private static VBox step(int number, Compatibility.Step step, Compatibility compatibility, Names names) {
        var question = new Label(number + ".  " + names.step(step));
        question.getStyleClass().add("decision-question");
        var box = new VBox(
                question,
                wrapped(names.finding(step.finding()), "decision-finding"),
                wrapped(names.source(step.source()), "decision-source"),
                wrapped("→ " + names.next(compatibility, step), "decision-next"));
        box.getStyleClass().add("decision-step");
        return box;
    }

    private static Label wrapped(String text, String style) {
        var label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }
}
