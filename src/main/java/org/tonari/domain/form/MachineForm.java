package org.tonari.domain.form;

import java.util.Map;
import java.util.Objects;
import org.tonari.domain.machine.Machine;
import org.tonari.explain.Source;

/// A machine's profile as it is typed: whatever the form does not show stays as in the machine it began with.
/// Immutable.
///
/// @param base    the machine it began with
/// @param words   texts
/// @param layout  which memories there are
/// @param limit   what limits models in the first memory
/// @param figures what is typed, by the path of its place
/// @param usual   what figures go by that name no source of their own
public record MachineForm(
        Machine base,
        Map<Word, String> words,
        Layout layout,
        LimitType limit,
        Map<String, FigureEntry> figures,
        Usual usual) {
    /// A text of the form.
    public enum Word {
        ID,
        NAME,
        SHORT_NAME,
        ACCELERATOR,
        ARCHITECTURE,
        CALIBRATION_CLASS,
        GENERATION,
        /// Id of the machine whose measurements speak for this one; its own where blank.
        CALIBRATED_AS,
        /// Compute back ends in order of preference, apart by commas.
        BACKENDS
    }

    /// Which memories a machine has.
    public enum Layout {
        UNIFIED,
        /// A graphics card's own memory beside the main board's.
        CARD_AND_HOST,
        CARD,
        HOST
    }

    /// What limits models in a memory.
    public enum LimitType {
        NONE,
        /// A driver's limit in bytes.
        ACCELERATOR,
        /// A share of the capacity.
        SHARE
    }

    /// What figures go by that name no source of their own.
    ///
    /// @param kind   of the statement
    /// @param source who states them; may be blank
    /// @param date   of the statement, or blank
    public record Usual(Source.Kind kind, String source, String date) {}

    public MachineForm {
        Objects.requireNonNull(base);
        words = Map.copyOf(words);
        Objects.requireNonNull(layout);
        Objects.requireNonNull(limit);
        figures = Map.copyOf(figures);
        Objects.requireNonNull(usual);
    }

    /// @return a text as it is typed, without blanks around it
    public String word(Word word) {
        return words.getOrDefault(word, "").strip();
    }

    /// @return what is typed at a place
    public FigureEntry figure(FigurePlace place, String usualUnit) {
        return figures.getOrDefault(place.path(), FigureEntry.blank(usualUnit));
    }
}
