package org.tonari.text;

import java.util.Locale;

/// Messages of the pages beside the workbench, and their names in the menu.
public enum PageText implements MessageKey {
    QUESTIONS,
    NAME_WORKBENCH,
    NAME_MATRIX,
    NAME_EVIDENCE,
    CLOSE_EXPLANATION,
    MATRIX_SENTENCE,
    MATRIX_SEARCH,
    MATRIX_FITTING,
    MATRIX_OWN_WEIGHTS,
    MATRIX_NONE,
    MATRIX_CELL;

    private final String key = "page." + name().toLowerCase(Locale.ROOT);

    @Override
    public String key() {
        return key;
    }
}
