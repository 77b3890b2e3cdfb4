package org.tonari.engine.cost;

import java.util.Optional;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.question.CostAssumptions;
import org.tonari.explain.Answer;
import org.tonari.explain.MissingFact;
import org.tonari.explain.Operation;
import org.tonari.explain.Term;
import org.tonari.units.Money;
import org.tonari.units.Unit;

/// What a machine costs in yen: the newest price in yen, or the newest in dollars at the assumed rate.
public final class Purchase {
    private Purchase() {}

    /// @return the price in yen, or that nobody states one
    public static Answer of(Machine machine, CostAssumptions assumptions) {
        Optional<Answer> yen = machine.price(Money.Currency.JPY).map(price -> stated("price", price));
        return yen.or(() -> machine.price(Money.Currency.USD).map(price -> converted(price, assumptions)))
                .orElseGet(() -> new Answer.Unknown(
                        new MissingFact("machine.prices", "no source states a price in yen or dollars")));
    }

    private static Answer converted(Machine.Price price, CostAssumptions assumptions) {
        return Answer.derived(
                "price_in_yen",
                Unit.YEN,
                Operation.PRODUCT,
                stated("price_in_dollars", price),
                Answer.given("yen_per_dollar", assumptions.yenPerDollar(), "cost.yen_per_dollar"));
    }

    private static Answer stated(String id, Machine.Price price) {
        return Answer.of(Term.given(id, price.amount(), price.source()));
    }
}
