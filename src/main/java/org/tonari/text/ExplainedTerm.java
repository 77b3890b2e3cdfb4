package org.tonari.text;

import java.util.List;
import org.tonari.explain.Term;

/// One number of an explanation in words.
///
/// @param term    the number itself
/// @param name    what it is
/// @param value   the number with its unit
/// @param formula how it follows from its parts, such as `18 layers × 32,768 cells × 2,048 B`; empty for a leaf
/// @param source  who states it; empty for a computed number
/// @param parts   what it follows from
public record ExplainedTerm(
        Term term, String name, String value, String formula, String source, List<ExplainedTerm> parts) {
    public ExplainedTerm {
        parts = List.copyOf(parts);
    }

    /// @return the path at which a person can override it, or empty
    public String path() {
        return switch (term) {
            case Term.Given given -> given.path();
            case Term.Derived _ -> "";
        };
    }
}
