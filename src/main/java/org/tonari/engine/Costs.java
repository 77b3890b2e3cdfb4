package org.tonari.engine;

import java.util.Optional;
import org.tonari.domain.Cost;
import org.tonari.domain.Machine;
import org.tonari.domain.Scenario;
import org.tonari.domain.Speed;
import org.tonari.explain.Answer;
import org.tonari.explain.MissingFact;
import org.tonari.explain.Operation;
import org.tonari.explain.Source;
import org.tonari.explain.Sourced;
import org.tonari.explain.Term;
import org.tonari.units.Money;
import org.tonari.units.Unit;
import org.tonari.units.Watts;

/// What running costs: `J/token = watts ÷ aggregate tokens per second`.
final class Costs {
    private static final Answer NOT_COMPUTED = new Answer.Unknown(new MissingFact("cost", "not asked for"));

    /// A cost that was not asked for.
    static final Cost NOT_ASKED = new Cost(NOT_COMPUTED, NOT_COMPUTED, Optional.empty());

    private Costs() {}

    static Cost of(Scenario scenario, Speed speed) {
        Machine machine = scenario.machine();
        Answer watts = watts(machine.power().load());
        return new Cost(watts, joules(watts, speed), machine.price(Money.Currency.JPY));
    }

    private static Answer watts(Sourced<Watts> load) {
        return switch (load) {
            case Sourced.Known<Watts>(Watts watts, Source source) ->
                Answer.of(Term.given("watts", watts, source, "machine.power.load"));
            case Sourced.Unknown<Watts>(MissingFact fact) -> new Answer.Unknown(fact);
        };
    }

    private static Answer joules(Answer watts, Speed speed) {
        return switch (watts) {
            case Answer.Unknown unknown -> unknown;
            case Answer.Known(Term draw) ->
                speed.known()
                        .filter(known -> known.aggregate().value() > 0)
                        .map(known -> Answer.of(Term.derived(
                                "joules_per_token",
                                Unit.JOULES_PER_TOKEN,
                                Operation.QUOTIENT,
                                draw,
                                known.aggregate().expected())))
                        .orElse(new Answer.Unknown(new MissingFact("speed", "no speed is known for this scenario")));
        };
    }
}
