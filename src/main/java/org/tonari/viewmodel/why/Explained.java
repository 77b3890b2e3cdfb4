package org.tonari.viewmodel.why;

import java.util.List;
import java.util.Optional;
import org.tonari.explain.Answer;
import org.tonari.explain.Source;
import org.tonari.explain.Term;

/// The explanation of a number on a page: its tree as lines, its inputs and the source that says most. Immutable.
///
/// @param whose  what the number belongs to, such as a machine's name
/// @param answer the number with its tree, or what is missing
public record Explained(String whose, Answer answer) {

    /// @return an explanation of a known number
    public static Explained of(String whose, Term term) {
        return new Explained(whose, Answer.of(term));
    }

    /// @return the tree, ready to be written out
    public List<Why.Line> lines() {
        return answer.optional().map(WhyTree::lines).orElse(List.of());
    }

    /// @return the leaves, each once
    public List<Term.Given> inputs() {
        return answer.optional().map(WhyTree::leaves).orElse(List.of());
    }

    /// @return the most telling source among the leaves, if there is one
    public Optional<Source> source() {
        return WhyTree.telling(inputs());
    }
}
