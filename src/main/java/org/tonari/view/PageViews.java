package org.tonari.view;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.tonari.text.PageText;
import org.tonari.view.matrix.MatrixPage;
import org.tonari.view.parts.PageFrame;
import org.tonari.view.parts.TermPanel;
import org.tonari.view.parts.Words;
import org.tonari.view.proof.ProofPage;
import org.tonari.viewmodel.Page;
import org.tonari.viewmodel.Workbench;

/// The pages, each built when it is first shown.
final class PageViews {
    private final Workbench workbench;
    private final Words words;
    private final WorkbenchView.Surroundings surroundings;
    private final Map<Page, Node> built = new EnumMap<>(Page.class);

    /// @param first the workbench itself
    PageViews(Workbench workbench, Words words, WorkbenchView.Surroundings surroundings, Node first) {
        this.workbench = workbench;
        this.words = words;
        this.surroundings = surroundings;
        built.put(Page.WORKBENCH, first);
    }

    Node of(Page page) {
        return built.computeIfAbsent(page, this::build);
    }

    private Region build(Page page) {
        TermPanel explanation = PageFrame.explanation(workbench.pages(), words, surroundings.browser());
        return switch (page) {
            case WORKBENCH -> throw new IllegalStateException("the workbench is always there");
            case MATRIX -> MatrixPage.build(workbench, words, explanation);
            case EVIDENCE -> ProofPage.build(workbench, words, explanation);
        };
    }

    /// @return what the menu calls a page
    static PageText name(Page page) {
        return switch (page) {
            case WORKBENCH -> PageText.NAME_WORKBENCH;
            case MATRIX -> PageText.NAME_MATRIX;
            case EVIDENCE -> PageText.NAME_EVIDENCE;
        };
    }
}
