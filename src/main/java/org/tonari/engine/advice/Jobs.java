package org.tonari.engine.advice;

import java.util.List;
import java.util.Optional;
import org.tonari.domain.answer.Projection;
import org.tonari.domain.answer.Projection.Figure;
import org.tonari.domain.answer.Projection.Measure;
import org.tonari.domain.answer.Recommendation.Outcome;
import org.tonari.domain.answer.Speed;
import org.tonari.domain.answer.Verdict;
import org.tonari.explain.Answer;
import org.tonari.explain.MissingFact;
import org.tonari.explain.Operation;
import org.tonari.explain.Term;
import org.tonari.units.Unit;

/// What is read off the projection of a job: its memory, and its time.
final class Jobs {
    private static final List<Measure> TIMES = List.of(Measure.MAKING_TIME, Measure.STEP_TIME);

    private Jobs() {}

    /// @return everything that stands in the fullest memory, or the first part nobody knows
    static Answer memory(Projection job) {
        List<Answer> sizes =
                job.fullest().items().stream().map(Projection.Item::size).toList();
        for (Answer size : sizes) {
            if (size instanceof Answer.Unknown unknown) {
                return unknown;
            }
        }
        List<Term> parts =
                sizes.stream().flatMap(size -> size.optional().stream()).toList();
        return Answer.of(Term.derived("required_bytes", Unit.BYTES, Operation.SUM, parts));
    }

    static Outcome outcome(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Fits _, Verdict.Tight _, Verdict.Spills _ -> Outcome.MET;
            case Verdict.DoesNotFit _ -> Outcome.MISSED;
            case Verdict.Unknown _ -> Outcome.UNKNOWN;
        };
    }

    /// @return how long the job takes, or a step of it
    static Answer time(Optional<Projection> job) {
        if (job.isEmpty() || job.get().verdict() instanceof Verdict.DoesNotFit) {
            return new Answer.Unknown(new MissingFact("fit.verdict", "a job that does not fit takes no time"));
        }
        return TIMES.stream()
                .flatMap(measure -> job.get().figures().stream().filter(figure -> figure.measure() == measure))
                .findFirst()
                .map(Figure::value)
                .map(Jobs::answer)
                .orElseGet(() -> new Answer.Unknown(new MissingFact("speed", "no time is known for this job")));
    }

    private static Answer answer(Speed.Prediction prediction) {
        return switch (prediction) {
            case Speed.Estimated time -> Answer.of(time.expected());
            case Speed.Unpredicted(MissingFact fact) -> new Answer.Unknown(fact);
        };
    }
}
