package org.tonari.domain.evidence;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tonari.explain.Refused;

/// A sentence of an article that can be checked, taken apart into statements.
///
/// @param id         such as `C01`
/// @param article    the article's title
/// @param quote      its own words, a line at most
/// @param quoted     the figures in them
/// @param statements what has to hold for the sentence to hold, at least one
public record Claim(String id, String article, String quote, Quoted quoted, List<Statement> statements) {

    /// The figures of a sentence as they stand there.
    ///
    /// @param values numbers or words; empty where the sentence has none
    /// @param unit   as the article writes it, or empty
    public record Quoted(List<String> values, String unit) {
        public Quoted {
            values = List.copyOf(values);
        }
    }

    /// One thing a sentence says.
    ///
    /// @param says         in one sentence
    /// @param translations the same by language tag, such as `ja`; may be empty
    /// @param weight       whether the rest makes sense without it
    /// @param check        how it is tested
    public record Statement(String says, Map<String, String> translations, Weight weight, ClaimCheck check) {
        public Statement {
            translations = Map.copyOf(translations);
            Objects.requireNonNull(weight);
            Objects.requireNonNull(check);
        }
    }

    /// How much hangs on a statement.
    public enum Weight {
        /// One part among others.
        PART,
        /// All else is said of it: where it fails, the sentence fails.
        ESSENTIAL
    }

    /// What became of a claim.
    public enum Verdict {
        /// Every statement holds.
        REPRODUCED,
        /// Some statements hold; others fail or cannot be tested.
        PARTLY,
        /// An essential statement fails, or none holds and one fails.
        REFUTED,
        /// No statement can be tested.
        UNTESTABLE
    }

    public Claim {
        if (!id.matches("C\\d\\d")) {
            throw new IllegalArgumentException("not a claim's id: " + id);
        }
        if (quote.contains("\n")) {
            throw new Refused("{0} quotes more than a line", id);
        }
        statements = List.copyOf(statements);
        if (statements.isEmpty()) {
            throw new Refused("{0} needs a statement", id);
        }
    }
}
