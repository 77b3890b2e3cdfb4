package org.tonari.viewmodel.manual;

import java.util.Optional;
import org.tonari.viewmodel.pages.Page;

/// Which chapter of the guide is about a page.
final class PageChapters {
    private PageChapters() {}

    /// @return what links call the chapter in the English guide; nothing for the workbench, which all of it is about
    static Optional<String> of(Page page) {
        return switch (page) {
            case WORKBENCH -> Optional.empty();
            case MATRIX, FORMATS -> Optional.of("which-weights");
            case TOGETHER, LINKED, TRAINING, PICTURES -> Optional.of("bigger-questions");
            case COMPATIBILITY, REACH, COST, ADVICE, CLAIMS -> Optional.of("the-buyers-questions");
            case EVIDENCE -> Optional.of("how-right-is-it");
        };
    }
}
