package org.tonari.domain.evidence;

import java.util.Map;
import org.tonari.explain.Source;

/// A published attempt to run something: whether it started, and what its memory came to.
///
/// @param id     the attempt's name in its collection
/// @param words  the scenario, in the words of the command line
/// @param own    figures in place of shipped ones, by path, as on the command line
/// @param ended  how it went
/// @param source where it was published; its note says what happened
public record Outcome(String id, Map<String, String> words, Map<String, String> own, Ended ended, Source source) {

    /// How an attempt went.
    public enum Ended {
        /// It ran.
        RAN,
        /// It ran out of memory, or was refused for want of it.
        OUT_OF_MEMORY
    }

    public Outcome {
        words = Map.copyOf(words);
        own = Map.copyOf(own);
    }
}
