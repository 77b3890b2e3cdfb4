package org.tonari.text;

import java.util.List;
import org.tonari.domain.evidence.Claim;
import org.tonari.domain.evidence.ClaimCheck;
import org.tonari.domain.evidence.ClaimResult;
import org.tonari.domain.evidence.ClaimResult.Finding;
import org.tonari.domain.evidence.ClaimResult.Outcome;
import org.tonari.explain.Term;

/// The words for recomputed claims: verdicts, outcomes, arithmetic. Immutable.
public final class ClaimWords {
    private final Messages messages;
    private final Formats formats;
    private final Explanations explanations;
    private final Names names;

    /// @param messages in which language
    /// @param formats  how numbers are written
    public ClaimWords(Messages messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
        this.explanations = new Explanations(messages, formats);
        this.names = new Names(messages, formats);
    }

    /// @return what became of a claim, in a word
    public String verdict(Claim.Verdict verdict) {
        return messages.text(
                switch (verdict) {
                    case REPRODUCED -> ClaimText.REPRODUCED;
                    case PARTLY -> ClaimText.PARTLY;
                    case REFUTED -> ClaimText.REFUTED;
                    case UNTESTABLE -> ClaimText.UNTESTABLE;
                });
    }

    /// @return what a statement says, in English where nobody translated it, and what became of it
    public String told(Finding finding) {
        Claim.Statement statement = finding.statement();
        String says = statement.translations().getOrDefault(messages.language().tag(), statement.says());
        return messages.text(CommonText.SENTENCES, says, outcome(finding.outcome()));
    }

    /// @return what became of a statement, in a word or two
    public String outcome(Outcome outcome) {
        return messages.text(
                switch (outcome) {
                    case HOLDS -> ClaimText.HOLDS;
                    case FAILS -> ClaimText.FAILS;
                    case UNTESTED -> ClaimText.UNTESTED;
                });
    }

    /// @return `●`, `■` or `◇`
    public static String glyph(Outcome outcome) {
        return switch (outcome) {
            case HOLDS -> "●";
            case FAILS -> "■";
            case UNTESTED -> "◇";
        };
    }

    /// @return `●`, `▲`, `■` or `◇`
    public static String glyph(Claim.Verdict verdict) {
        return switch (verdict) {
            case REPRODUCED -> "●";
            case PARTLY -> "▲";
            case REFUTED -> "■";
            case UNTESTABLE -> "◇";
        };
    }

    /// @return how many claims came to what
    public String summary(List<ClaimResult> results) {
        return messages.text(
                ClaimText.SUMMARY,
                count(results, Claim.Verdict.REPRODUCED),
                count(results, Claim.Verdict.PARTLY),
                count(results, Claim.Verdict.REFUTED),
                count(results, Claim.Verdict.UNTESTABLE));
    }

    private String count(List<ClaimResult> results, Claim.Verdict verdict) {
        return formats.whole(
                results.stream().filter(result -> result.verdict() == verdict).count());
    }

    /// @return the numbers of a finding in a line; empty where there are none
    public String arithmetic(Finding finding) {
        List<Term> figures = finding.figures();
        if (figures.isEmpty()) {
            return names.said(finding.reading());
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
            case ClaimCheck.Mentions _, ClaimCheck.Kernels _, ClaimCheck.Untestable _ -> names.said(finding.reading());
        };
    }

    private String written(Term term) {
        return switch (term) {
            case Term.Given given -> explanations.value(given);
            case Term.Derived derived -> explanations.value(derived) + " = " + explanations.formula(derived);
        };
    }
}
