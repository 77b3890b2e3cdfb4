package org.tonari.text;

import java.util.Locale;

/// Messages about bigger questions that window and command line share.
public enum QuestionText implements MessageKey {
    MACHINES,
    MACHINE_NUMBER,
    PUBLISHED,
    PUBLISHED_OF,
    GATE_FAILED,
    MEDIAN,
    LINKED_LINE,
    ON_MACHINE;

    private final String key = "question." + name().toLowerCase(Locale.ROOT);

    @Override
    public String key() {
        return key;
    }
}
