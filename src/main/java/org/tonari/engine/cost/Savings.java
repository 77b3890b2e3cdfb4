package org.tonari.engine.cost;

import org.tonari.explain.Answer;
import org.tonari.explain.MissingFact;
import org.tonari.explain.Operation;
import org.tonari.explain.Term;
import org.tonari.units.Unit;

/// What a million tokens save against the cloud.
final class Savings {
    private static final MissingFact NEVER = new MissingFact(
            "cost.break_even", "a million tokens from the cloud cost no more than their electricity here");

    private Savings() {}

    /// @param cloud       price of a million tokens there
    /// @param electricity for a million tokens here
    /// @return the difference; unknown where nothing is ever saved
    static Answer of(Answer cloud, Answer electricity) {
        if (cloud instanceof Answer.Known(Term there)
                && electricity instanceof Answer.Known(Term here)
                && there.value().magnitude() <= here.value().magnitude()) {
            return new Answer.Unknown(NEVER);
        }
        return Answer.derived("saved_per_million_tokens", Unit.YEN, Operation.DIFFERENCE, cloud, electricity);
    }
}
