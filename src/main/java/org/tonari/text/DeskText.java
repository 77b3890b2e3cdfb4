package org.tonari.text;

import java.util.Locale;

/// Messages of what is done with a comparison as a whole: files, preferences, columns, pins, keys.
public enum DeskText implements MessageKey {
    NEW,
    OPEN,
    OPEN_RECENT,
    CLEAR_RECENT,
    SAVE,
    SAVE_AS,
    PREFERENCES,
    UNTITLED,
    TITLE,
    TITLE_CHANGED,
    TITLE_READ_ONLY,
    FILE_KIND,
    NOT_OPENED,
    OPENED_READ_ONLY,
    RESTORED,
    ASK_SAVE,
    ASK_SAVE_TEXT,
    DO_NOT_SAVE,
    STEP_RESET_FIGURE,
    STEP_MACHINES,
    STEP_PIN,
    STEP_UNPIN,
    STEP_GO_BACK,
    STEP_WHAT_IF;

    private final String key = "desk." + name().toLowerCase(Locale.ROOT);

    @Override
    public String key() {
        return key;
    }
}
