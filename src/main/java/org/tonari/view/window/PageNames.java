package org.tonari.view.window;

import org.tonari.text.DeskText;
import org.tonari.text.MessageKey;
import org.tonari.text.PageText;
import org.tonari.viewmodel.pages.Page;

/// Names of the pages as the menu has them.
final class PageNames {
    private PageNames() {}

    /// @return what the menu calls a page
    static MessageKey of(Page page) {
        return switch (page) {
            case WORKBENCH -> PageText.NAME_WORKBENCH;
            case MATRIX -> PageText.NAME_MATRIX;
            case TOGETHER -> PageText.NAME_TOGETHER;
            case LINKED -> PageText.NAME_LINKED;
            case TRAINING -> PageText.NAME_TRAINING;
            case PICTURES -> PageText.NAME_PICTURES;
            case COMPATIBILITY -> PageText.NAME_COMPATIBILITY;
            case REACH -> PageText.NAME_REACH;
            case COST -> PageText.NAME_COST;
            case ADVICE -> PageText.NAME_ADVICE;
            case CLAIMS -> PageText.NAME_CLAIMS;
            case FORMATS -> DeskText.NAME_FORMATS;
            case EVIDENCE -> PageText.NAME_EVIDENCE;
        };
    }
}
