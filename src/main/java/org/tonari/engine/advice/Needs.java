package org.tonari.engine.advice;

import java.util.ArrayList;
import java.util.List;
import org.tonari.domain.answer.Estimate;
import org.tonari.domain.question.UseCase;
import org.tonari.explain.Answer;
import org.tonari.explain.Operation;
import org.tonari.explain.Term;
import org.tonari.units.Unit;

/// What a use takes of a memory: all its models at once, or what its source states.
///
/// @param estimates one for each run
record Needs(UseCase use, List<Estimate> estimates) {

    Answer required() {
        if (estimates.isEmpty()) {
            return Answer.given("memory_of_use", use.memory(), "");
        }
        var parts = new ArrayList<Term>();
        for (Estimate estimate : estimates) {
            if (estimate.memory().missing().isPresent()) {
                return new Answer.Unknown(estimate.memory().missing().orElseThrow());
            }
            parts.add(estimate.memory().required());
        }
        return Answer.of(
                parts.size() == 1
                        ? parts.getFirst()
                        : Term.derived("required_together", Unit.BYTES, Operation.SUM, parts));
    }
}
