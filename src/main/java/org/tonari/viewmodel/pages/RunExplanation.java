package org.tonari.viewmodel.pages;

import java.util.Optional;
import org.tonari.domain.answer.Speed;
import org.tonari.engine.Estimator;
import org.tonari.evidence.Reconstruction;
import org.tonari.explain.Answer;
import org.tonari.explain.MissingFact;
import org.tonari.explain.Operation;
import org.tonari.explain.Source;
import org.tonari.explain.Term;
import org.tonari.profiles.Catalogue;
import org.tonari.units.TokensPerSecond;
import org.tonari.units.Unit;
import org.tonari.viewmodel.pages.ProofViewModel.Measure;
import org.tonari.viewmodel.pages.ProofViewModel.Run;
import org.tonari.viewmodel.why.Explained;

/// Why a published run is estimated as it is: `estimated ÷ measured`, with the tree of the one and the source of the
/// other.
final class RunExplanation {
    private RunExplanation() {}

    static Explained of(Catalogue catalogue, Estimator engine, Run run, Measure measure) {
        String whose = String.join(
                " · ",
                run.machine().shortName(),
                run.row().runtime(),
                run.row().model(),
                run.row().weights(),
                run.row().id());
        Answer answer = Reconstruction.of(run.row(), catalogue)
                .flatMap(known -> engine.estimate(known.scenario()).speed().known())
                .flatMap(speed -> estimated(speed, measure))
                .map(estimated -> Answer.of(over(estimated, run)))
                .orElseGet(() -> new Answer.Unknown(new MissingFact("speed", "this run has no estimate of its own")));
        return new Explained(whose, answer);
    }

    private static Optional<Term> estimated(Speed.Known speed, Measure measure) {
        return switch (measure) {
            case DECODE -> Optional.of(speed.decode().expected());
            case BATCH -> Optional.of(speed.aggregate().expected());
            case PREFILL ->
                speed.prefill() instanceof Speed.Estimated known ? Optional.of(known.expected()) : Optional.empty();
        };
    }

    private static Term over(Term estimated, Run run) {
        var source = new Source(
                Source.Kind.MEASURED, run.row().source(), "", run.row().build());
        Term measured = Term.given("measured_there", new TokensPerSecond(run.measured()), source);
        return Term.derived("estimated_over_measured", Unit.RATIO, Operation.QUOTIENT, estimated, measured);
    }
}
