package org.tonari.domain.evidence;

import java.util.Map;
import java.util.Objects;

/// A published figure on several models, linked machines, training or generation.
///
/// @param id       of the row
/// @param kind     which question it answers
/// @param words    that question in the words of the command line
/// @param quantity what was measured
/// @param value    the figure: bytes, seconds, tokens a second, or a ratio
/// @param use      whether errors count it
/// @param reason   why not, or what the source leaves open; may be empty
/// @param source   where it was published
/// @param date     as far as known, or empty
public record Trial(
        String id,
        Kind kind,
        Map<String, String> words,
        Quantity quantity,
        double value,
        Use use,
        String reason,
        String source,
        String date) {
    /// Which question a figure answers.
    public enum Kind {
        TOGETHER,
        LINKED,
        TRAINING,
        GENERATION
    }

    /// What was measured.
    public enum Quantity {
        /// Bytes taken, the system not counted.
        MEMORY,
        /// Tokens a second of one sequence.
        DECODE,
        /// Tokens a second over all sequences.
        AGGREGATE,
        /// Against one machine.
        GAIN,
        /// Seconds for one training step.
        STEP_TIME,
        /// Trained tokens a second.
        TRAINING_RATE,
        /// Seconds for one picture or clip.
        MAKING_TIME
    }

    /// Whether errors count a row.
    public enum Use {
        CHECK,
        /// Settings are not stated, or the figure is impossible; `reason` says which.
        SHOWN_ONLY
    }

    public Trial {
        Objects.requireNonNull(kind);
        words = Map.copyOf(words);
        Objects.requireNonNull(quantity);
        Objects.requireNonNull(use);
        if (!(value > 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException("not a figure: " + value);
        }
    }
}
