package org.tonari.cli.reports;

import java.io.PrintWriter;
import java.util.List;
import org.tonari.cli.session.Speech;
import org.tonari.domain.evidence.ClaimResult;
import org.tonari.domain.evidence.ClaimResult.Finding;
import org.tonari.text.ClaimWords;

/// The recomputed claims for people: the verdict, the quote, and the arithmetic of each statement.
public final class ClaimsReport {
    private final PrintWriter out;
    private final ClaimWords words;

    /// @param out    where it is printed
    /// @param speech the language
    public ClaimsReport(PrintWriter out, Speech speech) {
        this.out = out;
        this.words = new ClaimWords(speech.messages(), speech.formats());
    }

    /// Prints each claim with its verdict.
    public void print(List<ClaimResult> results) {
        results.forEach(this::claim);
        out.println(words.summary(results));
    }

    private void claim(ClaimResult result) {
        out.println(result.claim().id() + "  " + words.verdict(result.verdict()) + "  "
                + result.claim().quote());
        out.println("     " + result.claim().article());
        for (Finding finding : result.findings()) {
            out.println("  " + ClaimWords.glyph(finding.outcome()) + "  " + words.told(finding));
            String arithmetic = words.arithmetic(finding);
            if (!arithmetic.isEmpty()) {
                out.println("     " + arithmetic);
            }
        }
        out.println();
    }
}
