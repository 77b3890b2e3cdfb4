package org.tonari.view.buyer;

import static org.tonari.view.buyer.GridOverDetails.head;
import static org.tonari.view.buyer.GridOverDetails.wrapped;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tonari.domain.evidence.ClaimResult;
import org.tonari.domain.evidence.ClaimResult.Finding;
import org.tonari.text.ClaimWords;
import org.tonari.text.ClaimsTable;
import org.tonari.text.PageText;
import org.tonari.view.buyer.GridOverDetails.Roomy;
import org.tonari.view.parts.PageFrame;
import org.tonari.view.parts.TermPanel;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.Workbench;
import org.tonari.viewmodel.pages.BuyerViewModel;
import org.tonari.viewmodel.pages.Page;
import org.tonari.viewmodel.why.Explained;

/// The articles' claims: each quoted in a line, recomputed, with the arithmetic of every statement.
public final class ClaimsPage {
    private final Workbench workbench;
    private final BuyerViewModel model;
    private final Words words;
    private final GridOverDetails claims;

    private ClaimsPage(Workbench workbench, Words words) {
        this.workbench = workbench;
        this.model = workbench.pages().buyer();
        this.words = words;
        this.claims =
                new GridOverDetails("claims", "claim-statements", workbench.pages(), Roomy.GRID, this::statements);
    }

    /// @param explanation explains a number of the page
    public static Region build(Workbench workbench, Words words, TermPanel explanation) {
        return new ClaimsPage(workbench, words).page(explanation);
    }

    private Region page(TermPanel explanation) {
        workbench.pages().shownProperty().subscribe(page -> model.claims().setActive(page == Page.CLAIMS));
        model.claims().valueProperty().subscribe(_ -> show());
        words.wording().subscribe(_ -> show());
        workbench.appearance().zoomProperty().subscribe((_, _) -> show());
        return PageFrame.build(
                "claims-page",
                words,
                PageText.NAME_CLAIMS,
                Bindings.createStringBinding(
                        this::summary, words.wording(), model.claims().valueProperty()),
                claims.node(),
                explanation,
                PageExport.button(workbench.exports(), words, "claims", this::sheet, claims::node));
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
        claims.show(table.of(results()), workbench.appearance().zoomProperty().get());
    }

    private PageExport.Sheet sheet() {
        var table = new ClaimsTable(words.now().messages(), words.now().formats());
        return new PageExport.Sheet(table.of(results()), words.now().text(PageText.NAME_CLAIMS), summary());
    }

    private List<Node> statements(int row) {
        ClaimResult result = results().get(row);
        var statements = new ArrayList<Node>();
        statements.add(head(result.claim().id() + "  " + claimWords().verdict(result.verdict())));
        statements.add(wrapped(result.claim().quote(), "decision-finding"));
        statements.add(wrapped(result.claim().article(), "decision-source"));
        result.findings().forEach(finding -> statements.add(statement(result, finding)));
        return statements;
    }

    private VBox statement(ClaimResult result, Finding finding) {
        String glyph = ClaimWords.glyph(finding.outcome());
        var says = FigureGrid.signed(glyph + " " + claimWords().told(finding), "decision-question");
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
}
