package org.tonari.evidence.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.tonari.domain.answer.Compatibility;
import org.tonari.domain.answer.Estimate;
import org.tonari.domain.answer.Verdict;
import org.tonari.domain.evidence.Claim;
import org.tonari.domain.evidence.Claim.Statement;
import org.tonari.domain.evidence.ClaimCheck;
import org.tonari.domain.evidence.ClaimFigure;
import org.tonari.domain.evidence.ClaimResult;
import org.tonari.domain.evidence.ClaimResult.Finding;
import org.tonari.domain.evidence.ClaimResult.Outcome;
import org.tonari.engine.Estimator;
import org.tonari.explain.Answer;
import org.tonari.explain.MissingFact;
import org.tonari.explain.Phrase;
import org.tonari.explain.Source;
import org.tonari.explain.Sourced;
import org.tonari.explain.Term;
import org.tonari.profiles.Catalogue;

/// Recomputes the claims of the articles.
///
/// ```java
/// List<ClaimResult> results = Claims.evaluate(catalogue, estimator);
/// ```
public final class Claims {
    private static final Phrase NOTHING = Phrase.verbatim("");

    private final Reckoner reckoner;

    private Claims(Reckoner reckoner) {
        this.reckoner = reckoner;
    }

    /// @param catalogue where claims, machines and models are read
    /// @param estimator over the same catalogue
    /// @return one result for each claim, by its id
    public static List<ClaimResult> evaluate(Catalogue catalogue, Estimator estimator) {
        var claims = new Claims(new Reckoner(catalogue, estimator));
        return catalogue.claims().stream().map(claims::checked).toList();
    }

    private ClaimResult checked(Claim claim) {
        return new ClaimResult(
                claim, claim.statements().stream().map(this::checked).toList());
    }

    private Finding checked(Statement statement) {
        return switch (statement.check()) {
            case ClaimCheck.Near(ClaimFigure stated, ClaimFigure computed, double tolerance) ->
                compared(statement, stated, computed, new Nearness(tolerance));
            case ClaimCheck.AtMost(ClaimFigure less, ClaimFigure more) ->
                compared(statement, less, more, (left, right) -> left <= right);
            case ClaimCheck.Unstated(ClaimFigure figure) -> unstated(statement, figure);
            case ClaimCheck.Fits(var words, var expected) ->
                asked(statement, words, estimate -> fit(statement, estimate, expected));
            case ClaimCheck.Mentions mentions -> mentioned(statement, mentions);
            case ClaimCheck.Kernels(var words, var states) ->
                asked(statement, words, estimate -> kernels(statement, estimate.compatibility(), states));
            case ClaimCheck.Untestable(String reason) -> untested(statement, Phrase.of(reason));
        };
    }

    private Finding asked(Statement statement, Map<String, String> words, Function<Estimate, Finding> finding) {
        return reckoner.estimate(words)
                .map(finding)
                .orElseGet(
                        () -> untested(statement, Phrase.of("a word of the scenario names nothing known: {0}", words)));
    }

    /// Whether two numbers are as a statement has them.
    @FunctionalInterface
    private interface Comparison {
        boolean holds(double left, double right);
    }

    private record Nearness(double tolerance) implements Comparison {
        @Override
        public boolean holds(double stated, double computed) {
            return Math.abs(stated - computed) <= tolerance * Math.abs(computed);
        }
    }

    private Finding compared(Statement statement, ClaimFigure left, ClaimFigure right, Comparison comparison) {
        return switch (reckoner.number(left)) {
            case Answer.Unknown(MissingFact fact) -> untested(statement, fact);
            case Answer.Known(Term first) ->
                switch (reckoner.number(right)) {
                    case Answer.Unknown(MissingFact fact) -> untested(statement, fact);
                    case Answer.Known(Term second) -> compared(statement, first, second, comparison);
                };
        };
    }

    private static Finding compared(Statement statement, Term left, Term right, Comparison comparison) {
        boolean holds = comparison.holds(left.value().magnitude(), right.value().magnitude());
        return new Finding(statement, outcome(holds), List.of(left, right), NOTHING);
    }

    private Finding unstated(Statement statement, ClaimFigure figure) {
        return switch (reckoner.number(figure)) {
            case Answer.Known(Term term) -> new Finding(statement, Outcome.FAILS, List.of(term), NOTHING);
            case Answer.Unknown(MissingFact fact) ->
                new Finding(statement, Outcome.HOLDS, List.of(), Phrase.of("{0}: {1}", fact.path(), fact.reason()));
        };
    }

    private static Finding fit(Statement statement, Estimate estimate, ClaimCheck.Fits.Expected expected) {
        var figures = new ArrayList<Term>();
        figures.add(estimate.memory().required());
        estimate.memory().pools().getFirst().usable().optional().ifPresent(figures::add);
        return switch (estimate.fit().verdict()) {
            case Verdict.Unknown(MissingFact fact) -> untested(statement, fact);
            case Verdict.Fits _, Verdict.Tight _ ->
                new Finding(statement, outcome(expected == ClaimCheck.Fits.Expected.FITS), figures, NOTHING);
            case Verdict.Spills _, Verdict.DoesNotFit _ ->
                new Finding(statement, outcome(expected == ClaimCheck.Fits.Expected.DOES_NOT_FIT), figures, NOTHING);
        };
    }

    private Finding mentioned(Statement statement, ClaimCheck.Mentions check) {
        Optional<Sourced<String>> found =
                reckoner.machine(check.machine()).flatMap(figures -> figures.words(check.path()));
        if (found.isPresent() && found.get() instanceof Sourced.Known<String>(String text, Source source)) {
            boolean present = text.contains(check.words());
            boolean holds = present == (check.expected() == ClaimCheck.Mentions.Expected.PRESENT);
            return new Finding(statement, outcome(holds), List.of(), says(Phrase.of(text), text, source.citation()));
        }
        return untested(statement, Phrase.of("{0}.{1}: not known", check.machine(), check.path()));
    }

    private static Finding kernels(Statement statement, Compatibility found, Set<Compatibility.State> allowed) {
        return new Finding(
                statement,
                outcome(allowed.contains(found.state())),
                List.of(),
                says(found.why(), found.why().sentence(), found.source().citation()));
    }

    /// @param found as it is said in the reader's language
    private static Phrase says(Object found, String english, String citation) {
        return Phrase.of("{0}, says {1}", found, citation).insteadOf(english + " (" + citation + ")");
    }

    private static Finding untested(Statement statement, MissingFact fact) {
        return untested(statement, Phrase.of("{0}: {1}", fact.path(), fact.reason()));
    }

    private static Finding untested(Statement statement, Phrase reason) {
        return new Finding(statement, Outcome.UNTESTED, List.of(), reason);
    }

    private static Outcome outcome(boolean holds) {
        return holds ? Outcome.HOLDS : Outcome.FAILS;
    }
}
