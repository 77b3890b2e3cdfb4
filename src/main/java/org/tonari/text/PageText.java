package org.tonari.text;

import java.util.Locale;

/// Messages of the pages beside the workbench, and their names in the menu.
public enum PageText implements MessageKey {
    QUESTIONS,
    NAME_WORKBENCH,
    NAME_MATRIX,
    CLOSE_EXPLANATION,
    MATRIX_SENTENCE,
    MATRIX_SEARCH,
    MATRIX_FITTING,
    MATRIX_OWN_WEIGHTS,
    MATRIX_NONE,
    MATRIX_CELL,
    NAME_TOGETHER,
    NAME_LINKED,
    NAME_TRAINING,
    NAME_PICTURES,
    TOGETHER_SENTENCE,
    LINKED_SENTENCE,
    TRAINING_SENTENCE,
    PICTURES_SENTENCE,
    ADD_MODEL,
    REMOVE_MODEL,
    MACHINES,
    LINK,
    LINK_AUTO,
    PARALLEL,
    METHOD,
    OPTIMISER,
    PRECISION,
    SEQUENCE,
    RESOLUTION,
    BATCH,
    CHECKPOINTING,
    RANK,
    TARGETS,
    ENCODERS,
    WIDTH,
    HEIGHT,
    STEPS,
    FRAMES,
    GUIDANCE,
    FORMAT,
    RESIDENCE,
    FIGURE;

    private final String key = "page." + name().toLowerCase(Locale.ROOT);

    @Override
    public String key() {
        return key;
    }
}
