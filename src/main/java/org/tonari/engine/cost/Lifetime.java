package org.tonari.engine.cost;

import org.tonari.domain.question.CostAssumptions;
import org.tonari.explain.Answer;
import org.tonari.explain.Operation;
import org.tonari.explain.Source;
import org.tonari.explain.Term;
import org.tonari.units.Count;
import org.tonari.units.Ratio;
import org.tonari.units.Seconds;
import org.tonari.units.Unit;

/// How long a machine is used, and what that makes.
///
/// @param assumptions years, hours a day, the share of them spent generating, and the price of electricity
record Lifetime(CostAssumptions assumptions) {
    private static final Source CALENDAR = Source.of(Source.Kind.DERIVED, "a year of 365.25 days, an hour of 3600 s");
    private static final Source CHOSEN = Source.of(Source.Kind.CHOICE, "the assumptions of the cost");
    private static final Source DEFINITION = Source.of(Source.Kind.DERIVED, "by definition");

    static Term million() {
        return Term.given("million", new Count(1_000_000), DEFINITION);
    }

    /// @return the price of a kilowatt-hour
    Answer electricity() {
        return Answer.given("electricity_price", assumptions.perKilowattHour(), "cost.electricity");
    }

    /// @param rate tokens a second
    /// @return millions of tokens made over the whole life
    Answer millionTokens(Answer rate) {
        Answer tokens = Answer.derived(
                "tokens_of_a_life", Unit.TOKENS, Operation.PRODUCT, rate, Answer.of(generating()), Answer.of(days()));
        return Answer.derived("million_tokens_of_a_life", Unit.RATIO, Operation.QUOTIENT, tokens, Answer.of(million()));
    }

    /// @param rate tokens a second
    /// @return tokens made each day
    Answer tokensEachDay(Answer rate) {
        return Answer.derived("tokens_each_day", Unit.TOKENS, Operation.PRODUCT, rate, Answer.of(generating()));
    }

    /// @return electricity for the hours that the machine idles, for a million tokens
    Answer standby(Answer idleWatts, Answer millions) {
        Term idleHours = Term.derived(
                "idle_hours",
                Unit.RATIO,
                Operation.PRODUCT,
                hours(),
                Term.given("idle_share", new Ratio(1 - assumptions.utilisation()), CHOSEN, "cost.utilisation"),
                days());
        Answer energy = Answer.derived(
                "standby_energy",
                Unit.KILOWATT_HOURS,
                Operation.PRODUCT,
                idleWatts,
                Answer.of(idleHours),
                Answer.of(Term.given("kilowatts_per_watt", new Ratio(0.001), DEFINITION)));
        Answer yen = Answer.derived("standby_cost", Unit.YEN, Operation.PRODUCT, energy, electricity());
        return Answer.derived("standby_per_million_tokens", Unit.YEN, Operation.QUOTIENT, yen, millions);
    }

    /// Seconds of a day spent generating.
    private Term generating() {
        return Term.derived(
                "generating_each_day",
                Unit.SECONDS,
                Operation.PRODUCT,
                hours(),
                Term.given("utilisation", new Ratio(assumptions.utilisation()), CHOSEN, "cost.utilisation"),
                Term.given("hour", new Seconds(3600), CALENDAR));
    }

    private Term hours() {
        return Term.given("hours_each_day", new Ratio(assumptions.hoursPerDay()), CHOSEN, "cost.hours");
    }

    private Term days() {
        return Term.derived(
                "days_of_use",
                Unit.RATIO,
                Operation.PRODUCT,
                Term.given("years_of_use", new Ratio(assumptions.years()), CHOSEN, "cost.years"),
                Term.given("days_each_year", new Ratio(365.25), CALENDAR));
    }
}
