package org.tonari.engine.advice;

import java.util.List;
import org.tonari.domain.answer.Estimate;
import org.tonari.domain.answer.Speed;
import org.tonari.explain.Answer;
import org.tonari.explain.MissingFact;

/// Figures of estimates that demands speak of.
final class Figures {
    private Figures() {}

    /// @return the decoding speed of the slowest of several models, unknown where one is
    static Answer slowest(List<Estimate> estimates) {
        Answer slowest = decode(estimates.getFirst());
        for (Estimate estimate : estimates) {
            Answer next = decode(estimate);
            if (next.optional().isEmpty()) {
                return next;
            }
            if (value(next) < value(slowest)) {
                slowest = next;
            }
        }
        return slowest;
    }

    private static Answer decode(Estimate estimate) {
        return switch (estimate.speed()) {
            case Speed.Known known -> Answer.of(known.decode().expected());
            case Speed.Unknown(MissingFact fact) -> new Answer.Unknown(fact);
            case Speed.NotRunning _ -> notRunning();
        };
    }

    static Answer firstToken(Estimate estimate) {
        return switch (estimate.speed()) {
            case Speed.Known known -> known(known.firstToken());
            case Speed.Unknown(MissingFact fact) -> new Answer.Unknown(fact);
            case Speed.NotRunning _ -> notRunning();
        };
    }

    private static Answer known(Speed.Prediction prediction) {
        return switch (prediction) {
            case Speed.Estimated time -> Answer.of(time.expected());
            case Speed.Unpredicted(MissingFact fact) -> new Answer.Unknown(fact);
        };
    }

    private static Answer notRunning() {
        return new Answer.Unknown(new MissingFact("fit.verdict", "a scenario that does not run has no speed"));
    }

    /// @return the number, not-a-number where it is unknown
    static double value(Answer answer) {
        return answer.optional().map(term -> term.value().magnitude()).orElse(Double.NaN);
    }
}
