package org.tonari.view.buyer;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tonari.domain.ClaimResult;
import org.tonari.domain.ClaimResult.Finding;
import org.tonari.text.ClaimWords;
import org.tonari.text.ClaimsTable;
import org.tonari.text.PageText;
import org.tonari.view.parts.PageFrame;
import org.tonari.view.parts.Scrolls;
import org.tonari.view.parts.TermPanel;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.BuyerViewModel;
import org.tonari.viewmodel.Explained;
import org.tonari.viewmodel.Page;
import org.tonari.viewmodel.Workbench;

/// The articles' claims: each quoted in a line, recomputed, with the arithmetic of every statement.
public final class ClaimsPage {
    private final Workbench workbench;
    private final BuyerViewModel model;
    private final Words words;
    private final FigureGrid grid;
    private final VBox statements = new VBox();

    private ClaimsPage(Workbench workbench, Words words) {
        this.workbench = workbench;
        this.model = workbench.pages().buyer();
        this.words = words;
        this.grid = new FigureGrid("claims", workbench.pages(), 0);
    }

    /// @param explanation explains a number of the page
    public static Region build(Workbench workbench, Words words, TermPanel explanation) {
        return new ClaimsPage(workbench, words).page(explanation);
    }

    private Region page(TermPanel explanation) {
        workbench.pages().shownProperty().subscribe(page -> model.claims().setActive(page == Page.CLAIMS));
        model.claims().valueProperty().subscribe(_ -> show());
        words.wording().subscribe(_ -> show());
        grid.onChosen(this::statements);
        statements.setId("claim-statements");
        statements.getStyleClass().add("decision");
        var scroll = Scrolls.of(statements);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("why-scroll");
        scroll.setPrefHeight(220);
        scroll.setMinHeight(120);
        VBox.setVgrow(grid.node(), Priority.ALWAYS);
        var content = new VBox(grid.node(), scroll);
        content.getStyleClass().add("buyer-content");
        return PageFrame.build(
                "claims-page",
                words,
                PageText.NAME_CLAIMS,
                Bindings.createStringBinding(
                        this::summary, words.wording(), model.claims().valueProperty()),
                content,
                explanation,
                PageExport.button(workbench.exports(), words, "claims", this::sheet, () -> content));
    }

    private List<ClaimResult> results() {
        return List.copyOf(model.claims().valueProperty().get());
    }

    private ClaimWords claimWords() {
        return new ClaimWords(words.now().messages(), words.now().formats());
    }

    private String summary() {
        return results().isEmpty()
                ? words.now().text(PageText.COMPUTING)
                : claimWords().summary(results());
    }

    private void show() {
        var table = new ClaimsTable(words.now().messages(), words.now().formats());
        grid.show(table.of(results()), workbench.appearance().zoomProperty().get());
        statements(Math.max(0, grid.node().getSelectionModel().getSelectedIndex()));
    }

    private PageExport.Sheet sheet() {
        var table = new ClaimsTable(words.now().messages(), words.now().formats());
        return new PageExport.Sheet(table.of(results()), words.now().text(PageText.NAME_CLAIMS), summary());
    }

    private void statements(int row) {
        statements.getChildren().clear();
        List<ClaimResult> results = results();
        if (results.isEmpty()) {
            return;
        }
        ClaimResult result = results.get(Math.clamp(row, 0, results.size() - 1));
        var head = new Label(result.claim().id() + "  " + claimWords().verdict(result.verdict()));
        head.getStyleClass().add("section-title");
        statements
                .getChildren()
                .addAll(
                        head,
                        wrapped(result.claim().quote(), "decision-finding"),
                        wrapped(result.claim().article(), "decision-source"));
        result.findings().forEach(finding -> statements.getChildren().add(statement(result, finding)));
    }

    private VBox statement(ClaimResult result, Finding finding) {
        String glyph = ClaimWords.glyph(finding.outcome());
        var says = wrapped(
                glyph + " " + finding.statement().says() + " " + claimWords().outcome(finding.outcome()),
                "decision-question");
        var box = new VBox(says);
        String arithmetic = claimWords().arithmetic(finding);
        if (!finding.figures().isEmpty()) {
            var link = new Hyperlink(arithmetic);
            link.setWrapText(true);
            link.setOnAction(_ -> workbench
                    .pages()
                    .explainedProperty()
                    .set(Optional.of(
                            Explained.of(result.claim().id(), finding.figures().getLast()))));
            box.getChildren().add(link);
        } else if (!arithmetic.isEmpty()) {
            box.getChildren().add(wrapped(arithmetic, "decision-finding"));
        }
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
