package org.tonari.view;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.tonari.text.PageText;
import org.tonari.view.buyer.AdvicePage;
import org.tonari.view.buyer.ClaimsPage;
import org.tonari.view.buyer.CompatibilityPage;
import org.tonari.view.buyer.CostPage;
import org.tonari.view.buyer.ReachPage;
import org.tonari.view.matrix.FormatsPage;
import org.tonari.view.matrix.MatrixPage;
import org.tonari.view.parts.Followed;
import org.tonari.view.parts.Hint;
import org.tonari.view.parts.PageFrame;
import org.tonari.view.parts.Surroundings;
import org.tonari.view.parts.TermPanel;
import org.tonari.view.parts.Words;
import org.tonari.view.proof.ProofPage;
import org.tonari.view.questions.LinkedPage;
import org.tonari.view.questions.PicturesPage;
import org.tonari.view.questions.TogetherPage;
import org.tonari.view.questions.TrainingPage;
import org.tonari.viewmodel.Workbench;
import org.tonari.viewmodel.pages.Page;

/// The pages, each built when it is first shown.
final class PageViews {
    private final Workbench workbench;
    private final Words words;
    private final Surroundings surroundings;
    private final Map<Page, Node> built = new EnumMap<>(Page.class);

    /// @param first the workbench itself
    PageViews(Workbench workbench, Words words, Surroundings surroundings, Node first) {
        this.workbench = workbench;
        this.words = words;
        this.surroundings = surroundings;
        built.put(Page.WORKBENCH, first);
    }

    Node of(Page page) {
        return built.computeIfAbsent(page, asked -> withWayBack(build(asked)));
    }

    /// Nobody should have to know that Escape leaves a page.
    private Region withWayBack(Region page) {
        if (page.lookup(".page-head") instanceof HBox head) {
            var back = new Button("←");
            back.setId("page-back");
            back.getStyleClass().addAll("flat", "way-back");
            back.accessibleTextProperty().bind(words.text(PageText.NAME_WORKBENCH));
            Followed.by(back, words.wording())
                    .subscribe(now -> Hint.on(back, now.text(PageText.NAME_WORKBENCH) + " (Esc)"));
            back.setMinWidth(Region.USE_PREF_SIZE);
            back.setOnAction(_ -> workbench.pages().shownProperty().set(Page.WORKBENCH));
            head.getChildren().addFirst(back);
        }
        return page;
    }

    private Region build(Page page) {
        TermPanel explanation = PageFrame.explanation(workbench.pages(), words, surroundings.browser());
        return switch (page) {
            case WORKBENCH -> throw new IllegalStateException("the workbench is always there");
            case MATRIX -> MatrixPage.build(workbench, words, explanation);
            case TOGETHER -> TogetherPage.build(workbench, words, explanation);
            case LINKED -> LinkedPage.build(workbench, words, explanation);
            case TRAINING -> TrainingPage.build(workbench, words, explanation);
            case PICTURES -> PicturesPage.build(workbench, words, explanation);
            case COMPATIBILITY -> CompatibilityPage.build(workbench, words, explanation);
            case REACH -> ReachPage.build(workbench, words, explanation);
            case COST -> CostPage.build(workbench, words, explanation);
            case ADVICE -> AdvicePage.build(workbench, words, explanation);
            case CLAIMS -> ClaimsPage.build(workbench, words, explanation);
            case FORMATS -> FormatsPage.build(workbench, words, explanation);
            case EVIDENCE -> ProofPage.build(workbench, words, explanation);
        };
    }
}
