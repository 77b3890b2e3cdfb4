package org.tonari.cli;

import java.io.PrintWriter;
import java.util.List;
import org.tonari.domain.Claim.Verdict;
import org.tonari.domain.ClaimCheck;
import org.tonari.evidence.claims.ClaimResult;
import org.tonari.evidence.claims.ClaimResult.Finding;
import org.tonari.evidence.claims.ClaimResult.Outcome;
import org.tonari.explain.Term;
import org.tonari.text.ClaimText;
import org.tonari.text.Explanations;
import org.tonari.text.Formats;
import org.tonari.text.Messages;

/// The recomputed claims for people: the verdict, the quote, and the arithmetic of each statement.
final class ClaimsReport {
    private final PrintWriter out;
    private final Messages messages;
    private final Formats formats;
    private final Explanations explanations;

    ClaimsReport(PrintWriter out, Speech speech) {
        this.out = out;
        this.messages = speech.messages();
        this.formats = speech.formats();
        this.explanations = new Explanations(messages, formats);
    }

    void print(List<ClaimResult> results) {
        results.forEach(this::claim);
        out.println(messages.text(
                ClaimText.SUMMARY,
                count(results, Verdict.REPRODUCED),
                count(results, Verdict.PARTLY),
                count(results, Verdict.REFUTED),
                count(results, Verdict.UNTESTABLE)));
    }

    private String count(List<ClaimResult> results, Verdict verdict) {
        return formats.whole(
                results.stream().filter(result -> result.verdict() == verdict).count());
    }

    private void claim(ClaimResult result) {
        out.println(result.claim().id() + "  " + messages.text(text(result.verdict())) + "  "
                + result.claim().quote());
        out.println("     " + result.claim().article());
        for (Finding finding : result.findings()) {
            out.println("  " + glyph(finding.outcome()) + "  "
                    + finding.statement().says() + " " + messages.text(text(finding.outcome())));
            String arithmetic = arithmetic(finding);
            if (!arithmetic.isEmpty()) {
                out.println("     " + arithmetic);
            }
        }
        out.println();
    }

    private String arithmetic(Finding finding) {
        List<Term> figures = finding.figures();
        if (figures.isEmpty()) {
            return finding.reading();
        }
        String first = written(figures.getFirst());
        String last = written(figures.getLast());
        return switch (finding.statement().check()) {
            case ClaimCheck.Near(var _, var _, double tolerance) ->
                messages.text(ClaimText.NEAR, first, last, formats.share(tolerance));
            case ClaimCheck.AtMost _ -> messages.text(ClaimText.AT_MOST, first, last);
            case ClaimCheck.Fits _ ->
                messages.text(
                        ClaimText.ROOM, explanations.value(figures.getFirst()), explanations.value(figures.getLast()));
            case ClaimCheck.Unstated _ -> messages.text(ClaimText.STATED, first);
            case ClaimCheck.Mentions _, ClaimCheck.Kernels _, ClaimCheck.Untestable _ -> finding.reading();
        };
    }

    private String written(Term term) {
        return switch (term) {
            case Term.Given given -> explanations.value(given);
            case Term.Derived derived -> explanations.value(derived) + " = " + explanations.formula(derived);
        };
    }

    private static ClaimText text(Verdict verdict) {
        return switch (verdict) {
            case REPRODUCED -> ClaimText.REPRODUCED;
            case PARTLY -> ClaimText.PARTLY;
            case REFUTED -> ClaimText.REFUTED;
            case UNTESTABLE -> ClaimText.UNTESTABLE;
        };
    }

    private static ClaimText text(Outcome outcome) {
        return switch (outcome) {
            case HOLDS -> ClaimText.HOLDS;
            case FAILS -> ClaimText.FAILS;
            case UNTESTED -> ClaimText.UNTESTED;
        };
    }

    private static String glyph(Outcome outcome) {
        return switch (outcome) {
            case HOLDS -> "●";
            case FAILS -> "■";
            case UNTESTED -> "◇";
        };
    }
}
