package org.tonari.text;

import java.util.Locale;

/// Messages of the pages beside the workbench, and their names in the menu.
public enum PageText implements MessageKey {
    QUESTIONS,
    NAME_WORKBENCH,
    NAME_MATRIX,
    NAME_COMPATIBILITY,
    NAME_REACH,
    NAME_COST,
    NAME_ADVICE,
    NAME_CLAIMS,
    COMPATIBILITY_SENTENCE,
    COMPATIBILITY_KERNELS,
    COMPATIBILITY_GROUNDS,
    COMPATIBILITY_PATH,
    CLAIMS_CLAIM,
    CLAIMS_QUOTE,
    CLAIMS_COMPUTED,
    /// The axes and words of the two charts.
    REACH_X,
    REACH_Y,
    COST_X,
    COST_Y,
    REACH_SENTENCE,
    ADVICE_SENTENCE,
    REACH_SUMMARY,
    COST_SUMMARY,
    /// The button that writes a page to a file.
    EXPORT,
    /// A field whose text is no number, or one out of range.
    NOT_ACCEPTED,
    COMPUTING,
    NAME_EVIDENCE,
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
