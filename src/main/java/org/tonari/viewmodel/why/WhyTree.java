package org.tonari.viewmodel.why;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tonari.explain.Operation;
import org.tonari.explain.Source;
import org.tonari.explain.Term;

/// Writes a term's tree out as lines, and gathers its leaves.
final class WhyTree {
    private static final int DEEPEST = 4;
    private static final Set<Source.Kind> EXACT_KINDS = EnumSet.of(
            Source.Kind.RUNTIME, Source.Kind.CHOICE, Source.Kind.DEFAULT, Source.Kind.YOURS, Source.Kind.VENDOR);

    private final List<Why.Line> lines = new ArrayList<>();

    private WhyTree() {}

    /// @return the tree as lines: each summand with its value, below it the formulas it follows from
    static List<Why.Line> lines(Term term) {
        var tree = new WhyTree();
        if (term instanceof Term.Derived derived) {
            if (derived.operation() == Operation.SUM) {
                derived.parts().forEach(tree::heading);
            } else {
                tree.formula(1, derived);
            }
        }
        return tree.lines;
    }

    private void heading(Term part) {
        lines.add(new Why.Line.Heading(part));
        if (part instanceof Term.Derived derived) {
            formula(1, derived);
        }
    }

    private void formula(int depth, Term.Derived derived) {
        if (derived.parts().isEmpty()) {
            return;
        }
        lines.add(new Why.Line.Formula(depth, derived));
        if (depth < DEEPEST) {
            for (Term part : derived.parts()) {
                if (part instanceof Term.Derived inner && !isPlain(inner)) {
                    formula(depth + 1, inner);
                }
            }
        }
    }

    /// A step that changed nothing, such as rounding up what was already round, is not worth a line.
    private static boolean isPlain(Term.Derived derived) {
        return derived.parts().getFirst() instanceof Term.Given given
                && given.value().equals(derived.value());
    }

    /// @return the leaves, each once, in the order they are met
    static List<Term.Given> leaves(Term term) {
        Map<String, Term.Given> found = new LinkedHashMap<>();
        collect(term, found);
        return List.copyOf(found.values());
    }

    private static void collect(Term term, Map<String, Term.Given> found) {
        switch (term) {
            case Term.Given given -> found.putIfAbsent(given.id() + given.value(), given);
            case Term.Derived derived -> derived.parts().forEach(part -> collect(part, found));
        }
    }

    /// @return whether the number follows from files and rules alone, without a measurement or a guess
    static Why.Certainty certainty(List<Term.Given> leaves) {
        return leaves.stream()
                        .allMatch(leaf -> EXACT_KINDS.contains(leaf.source().kind()))
                ? Why.Certainty.EXACT
                : Why.Certainty.ESTIMATE;
    }

    /// @return the source that says most: a rule or a measurement before a choice or a default
    static Optional<Source> telling(List<Term.Given> leaves) {
        return leaves.stream()
                .map(Term.Given::source)
                .filter(source -> source.kind() != Source.Kind.CHOICE && source.kind() != Source.Kind.DEFAULT)
                .reduce((one, other) -> rank(other) > rank(one) ? other : one);
    }

    private static int rank(Source source) {
        return switch (source.kind()) {
            case YOURS -> 4;
            case RUNTIME, MEASURED -> 3;
            case FITTED -> 2;
            case VENDOR, SECONDARY, DERIVED, ARTICLE -> 1;
            case CHOICE, DEFAULT -> 0;
        };
    }
}
