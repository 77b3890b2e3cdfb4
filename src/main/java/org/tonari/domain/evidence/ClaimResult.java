package org.tonari.domain.evidence;

import java.util.List;
import org.tonari.domain.evidence.Claim.Statement;
import org.tonari.domain.evidence.Claim.Verdict;
import org.tonari.domain.evidence.Claim.Weight;
import org.tonari.explain.Phrase;
import org.tonari.explain.Term;

/// What became of a claim.
///
/// @param claim    the claim
/// @param findings one for each statement, in their order
public record ClaimResult(Claim claim, List<Finding> findings) {

    /// Whether a statement holds.
    public enum Outcome {
        HOLDS,
        FAILS,
        UNTESTED
    }

    /// What became of a statement.
    ///
    /// @param statement the statement
    /// @param outcome   whether it holds
    /// @param figures   the numbers compared, each with its tree: what is stated first, what was computed last
    /// @param reading   the words that were read, or why nothing could be tested; empty where numbers say it
    public record Finding(Statement statement, Outcome outcome, List<Term> figures, Phrase reading) {
        public Finding {
            figures = List.copyOf(figures);
        }
    }

    public ClaimResult {
        findings = List.copyOf(findings);
    }

    /// @return the verdict that follows from the findings
    public Verdict verdict() {
        if (all(Outcome.HOLDS)) {
            return Verdict.REPRODUCED;
        }
        if (all(Outcome.UNTESTED)) {
            return Verdict.UNTESTABLE;
        }
        boolean essential = findings.stream()
                .anyMatch(finding -> finding.outcome() == Outcome.FAILS
                        && finding.statement().weight() == Weight.ESSENTIAL);
        boolean none = findings.stream().noneMatch(finding -> finding.outcome() == Outcome.HOLDS);
        return essential || none ? Verdict.REFUTED : Verdict.PARTLY;
    }

    private boolean all(Outcome outcome) {
        return findings.stream().allMatch(finding -> finding.outcome() == outcome);
    }
}
