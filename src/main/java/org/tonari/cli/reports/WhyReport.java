package org.tonari.cli.reports;

import java.io.PrintWriter;
import java.util.HashSet;
import java.util.Set;
import org.tonari.domain.answer.Estimate;
import org.tonari.domain.answer.MemoryStack.Part;
import org.tonari.explain.Answer;
import org.tonari.explain.MissingFact;
import org.tonari.explain.Term;
import org.tonari.text.CommonText;
import org.tonari.text.ExplainedTerm;
import org.tonari.text.Explanations;
import org.tonari.text.Formats;
import org.tonari.text.Messages;
import org.tonari.text.Names;
import org.tonari.text.StackTotals;

/// Where the figures of an estimate come from, as an indented tree.
public final class WhyReport {
    private static final int SHORT_LEVELS = 2;
    private static final int MOST_PARTS = 8;

    private final PrintWriter out;
    private final Messages messages;
    private final Explanations explanations;
    private final Names names;
    private final Set<MissingFact> told = new HashSet<>();

    /// @param out      where it is printed
    /// @param messages the texts
    /// @param formats  how figures are written
    public WhyReport(PrintWriter out, Messages messages, Formats formats) {
        this.out = out;
        this.messages = messages;
        this.explanations = new Explanations(messages, formats);
        this.names = new Names(messages, formats);
    }

    void print(Estimate estimate, EstimateReport.Depth depth) {
        out.println();
        out.println(messages.text(CommonText.WHY));
        StackTotals totals = StackTotals.of(estimate.memory());
        answer(totals.usable(), depth);
        for (Part part : Part.values()) {
            answer(totals.part(part), depth);
        }
        estimate.speed().known().ifPresent(known -> term(known.stepTime(), depth));
        if (depth == EstimateReport.Depth.WHOLE) {
            answer(estimate.cost().joulesPerToken(), depth);
        }
    }

    /// Prints a number with its tree, or what is missing, once.
    public void answer(Answer answer, EstimateReport.Depth depth) {
        switch (answer) {
            case Answer.Known(Term term) -> {
                if (term.value().magnitude() != 0) {
                    term(term, depth);
                }
            }
            case Answer.Unknown(MissingFact fact) -> {
                if (told.add(fact)) {
                    out.println("  " + messages.text(CommonText.MISSING) + ": " + names.missing(fact));
                }
            }
        }
    }

    private void term(Term term, EstimateReport.Depth depth) {
        tree(explanations.explain(term), 1, depth);
    }

    private void tree(ExplainedTerm term, int level, EstimateReport.Depth depth) {
        String says = term.formula().isEmpty() ? term.source() : term.formula();
        String path = depth == EstimateReport.Depth.WHOLE && !term.path().isEmpty() ? "  [" + term.path() + "]" : "";
        out.println("  ".repeat(level) + term.name() + " = " + term.value() + "  ← " + says + path);
        boolean whole = depth == EstimateReport.Depth.WHOLE;
        if (whole || level < SHORT_LEVELS) {
            term.parts().stream()
                    .filter(part -> whole || part.parts().size() > 1)
                    .limit(whole ? Long.MAX_VALUE : MOST_PARTS)
                    .forEach(part -> tree(part, level + 1, depth));
        }
    }
}
