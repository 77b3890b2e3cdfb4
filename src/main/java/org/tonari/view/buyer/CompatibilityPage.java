package org.tonari.view.buyer;

import static org.tonari.view.buyer.GridOverDetails.head;
import static org.tonari.view.buyer.GridOverDetails.wrapped;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tonari.domain.answer.Compatibility;
import org.tonari.domain.answer.Estimate;
import org.tonari.text.CompatibilityTable;
import org.tonari.text.Names;
import org.tonari.text.PageText;
import org.tonari.view.buyer.GridOverDetails.Roomy;
import org.tonari.view.parts.PageFrame;
import org.tonari.view.parts.TermPanel;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.Workbench;
import org.tonari.viewmodel.pages.BuyerViewModel;
import org.tonari.viewmodel.pages.Page;

/// How the runtime's kernels run on each machine, and the decision of one, step by step.
public final class CompatibilityPage {
    private final Workbench workbench;
    private final BuyerViewModel model;
    private final Words words;
    private final GridOverDetails machines;

    private CompatibilityPage(Workbench workbench, Words words) {
        this.workbench = workbench;
        this.model = workbench.pages().buyer();
        this.words = words;
        this.machines =
                new GridOverDetails("compatibility", "decision-path", workbench.pages(), Roomy.DETAILS, this::path);
    }

    /// @param explanation explains a number of the page
    public static Region build(Workbench workbench, Words words, TermPanel explanation) {
        return new CompatibilityPage(workbench, words).page(explanation);
    }

    private Region page(TermPanel explanation) {
        workbench.pages().shownProperty().subscribe(page -> model.software().setActive(page == Page.COMPATIBILITY));
        model.software().valueProperty().subscribe(_ -> show());
        words.wording().subscribe(_ -> show());
        workbench.appearance().zoomProperty().subscribe((_, _) -> show());
        return PageFrame.build(
                "compatibility-page",
                words,
                PageText.NAME_COMPATIBILITY,
                Bindings.createStringBinding(
                        this::sentence, words.wording(), workbench.root().comparisonProperty()),
                machines.node(),
                explanation,
                PageExport.button(workbench.exports(), words, "compatibility", this::sheet, machines::node));
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
        machines.show(
                table.of(estimates()), workbench.appearance().zoomProperty().get());
    }

    private PageExport.Sheet sheet() {
        var table = new CompatibilityTable(words.now().messages(), words.now().formats());
        return new PageExport.Sheet(table.of(estimates()), words.now().text(PageText.NAME_COMPATIBILITY), sentence());
    }

    private List<Node> path(int row) {
        Estimate estimate = estimates().get(row);
        Names names = words.now().names();
        Compatibility compatibility = estimate.compatibility();
        var path = new ArrayList<Node>();
        path.add(head(words.now()
                .text(PageText.COMPATIBILITY_PATH, estimate.scenario().machine().name())));
        int number = 1;
        for (Compatibility.Step step : compatibility.path()) {
            path.add(step(number++, step, compatibility, names));
        }
        return path;
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
}
