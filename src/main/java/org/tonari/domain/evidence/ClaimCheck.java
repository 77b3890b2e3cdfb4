package org.tonari.domain.evidence;

import java.util.Map;
import java.util.Set;
import org.tonari.domain.answer.Compatibility;

/// How a statement is tested. Never a stored verdict: every case is computed from profiles and the engine.
public sealed interface ClaimCheck {

    /// Two numbers agree.
    ///
    /// @param stated    what the statement says
    /// @param computed  what comes out
    /// @param tolerance how far `stated ÷ computed` may lie from 1, such as 0.05
    record Near(ClaimFigure stated, ClaimFigure computed, double tolerance) implements ClaimCheck {
        public Near {
            if (!(tolerance >= 0 && tolerance < 1)) {
                throw new IllegalArgumentException("a tolerance lies from 0 to below 1: " + tolerance);
            }
        }
    }

    /// A number does not exceed another.
    ///
    /// @param less the one that should not be larger
    /// @param more the other
    record AtMost(ClaimFigure less, ClaimFigure more) implements ClaimCheck {}

    /// No source states a figure.
    ///
    /// @param figure the figure
    record Unstated(ClaimFigure figure) implements ClaimCheck {}

    /// A scenario fits its machine, or does not.
    ///
    /// @param words    the scenario, in the words of a saved one
    /// @param expected what the statement says
    record Fits(Map<String, String> words, Expected expected) implements ClaimCheck {
        /// What a statement says of a scenario.
        public enum Expected {
            FITS,
            DOES_NOT_FIT
        }

        public Fits {
            words = Map.copyOf(words);
        }
    }

    /// A machine's profile says some words, or does not say them.
    ///
    /// @param machine  the machine's id
    /// @param path     `name`, `processor.name`, `processor.architecture` or `facts.` and a fact's name
    /// @param words    the words
    /// @param expected whether the statement has them there
    record Mentions(String machine, String path, String words, Expected expected) implements ClaimCheck {
        /// What a statement says of words.
        public enum Expected {
            PRESENT,
            ABSENT
        }
    }

    /// A runtime's kernels run in one of some ways.
    ///
    /// @param words  the scenario, in the words of a saved one
    /// @param states the ways the statement allows
    record Kernels(Map<String, String> words, Set<Compatibility.State> states) implements ClaimCheck {
        public Kernels {
            words = Map.copyOf(words);
            states = Set.copyOf(states);
        }
    }

    /// Nothing known here can test the statement.
    ///
    /// @param reason why
    record Untestable(String reason) implements ClaimCheck {}
}
