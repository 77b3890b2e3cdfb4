package org.tonari.engine.cost;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.tonari.domain.answer.Cost;
import org.tonari.domain.answer.Cost.Figure;
import org.tonari.domain.answer.MemoryStack;
import org.tonari.domain.answer.Speed;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.question.CostAssumptions;
import org.tonari.domain.scenario.Scenario;
import org.tonari.explain.Answer;
import org.tonari.explain.MissingFact;
import org.tonari.explain.Operation;
import org.tonari.explain.Source;
import org.tonari.explain.Term;
import org.tonari.units.Count;
import org.tonari.units.Money;
import org.tonari.units.Ratio;
import org.tonari.units.Unit;

/// The whole answer to "what does it cost?": every figure computed from sourced watts, prices and estimated speed.
///
/// Energy counts the draw under load while tokens are made: `J/token = W ÷ tokens per second of all sequences`. Yen for
/// a million tokens are electricity, standby for the hours it idles, and the price spread over the tokens of its life.
public final class Costs {
    private static final Answer NOT_COMPUTED = new Answer.Unknown(new MissingFact("cost", "not asked for"));
    private static final Source CONVERSION = Source.of(Source.Kind.DERIVED, "1 kWh is 3.6 MJ");
    private static final Source DEFINITION = Source.of(Source.Kind.DERIVED, "by definition");

    private final Scenario scenario;
    private final Speed speed;
    private final CostAssumptions assumptions;
    private final Lifetime life;

    private Costs(Scenario scenario, Speed speed, CostAssumptions assumptions) {
        this.scenario = scenario;
        this.speed = speed;
        this.assumptions = assumptions;
        this.life = new Lifetime(assumptions);
    }

    /// @return a cost that was not asked for
    public static Cost notAsked() {
        var figures = new EnumMap<Figure, Answer>(Figure.class);
        for (Figure figure : Figure.values()) {
            figures.put(figure, NOT_COMPUTED);
        }
        return new Cost(CostAssumptions.DEFAULT, figures, Optional.empty());
    }

    /// @param memory what the scenario takes, for the memory that models may use
    /// @param speed  how fast it runs
    public static Cost of(Scenario scenario, MemoryStack memory, Speed speed, CostAssumptions assumptions) {
        return new Costs(scenario, speed, assumptions).cost(memory);
    }

    private Cost cost(MemoryStack memory) {
        Machine machine = scenario.machine();
        var figures = new EnumMap<Figure, Answer>(Figure.class);
        Answer watts = Answer.given("watts", machine.power().load(), "machine.power.load");
        Answer idle = Answer.given("idle_watts", machine.power().idle(), "machine.power.idle");
        Answer price = Purchase.of(machine, assumptions);
        Answer rate = rate(speed.known().map(known -> known.aggregate().expected()));
        figures.put(Figure.IDLE_WATTS, idle);
        figures.put(Figure.WATTS, watts);
        figures.put(Figure.PURCHASE, price);
        perToken(figures, watts, rate);
        spread(figures, idle, rate);
        forWhatOneGets(figures, memory);
        breakEven(figures, rate);
        return new Cost(assumptions, figures, machine.price(Money.Currency.JPY));
    }

    private void perToken(Map<Figure, Answer> figures, Answer watts, Answer rate) {
        Answer joules = Answer.derived("joules_per_token", Unit.JOULES_PER_TOKEN, Operation.QUOTIENT, watts, rate);
        Answer energy = Answer.derived(
                "energy_per_million_tokens",
                Unit.KILOWATT_HOURS,
                Operation.QUOTIENT,
                joules,
                Answer.of(Term.given("megajoules_per_kilowatt_hour", new Ratio(3.6), CONVERSION)));
        figures.put(Figure.JOULES_PER_TOKEN, joules);
        figures.put(Figure.ENERGY_PER_MILLION, energy);
        figures.put(
                Figure.ELECTRICITY_PER_MILLION,
                Answer.derived(
                        "electricity_per_million_tokens", Unit.YEN, Operation.PRODUCT, energy, life.electricity()));
    }

    private void spread(Map<Figure, Answer> figures, Answer idle, Answer rate) {
        Answer millions = life.millionTokens(rate);
        Answer purchase = Answer.derived(
                "purchase_per_million_tokens",
                Unit.YEN,
                Operation.QUOTIENT,
                figures.getOrDefault(Figure.PURCHASE, NOT_COMPUTED),
                millions);
        figures.put(Figure.PURCHASE_PER_MILLION, purchase);
        Answer electricity = figures.getOrDefault(Figure.ELECTRICITY_PER_MILLION, NOT_COMPUTED);
        figures.put(
                Figure.TOTAL_PER_MILLION,
                assumptions.utilisation() < 1
                        ? total(electricity, life.standby(idle, millions), purchase)
                        : total(electricity, purchase));
    }

    private static Answer total(Answer... parts) {
        return Answer.derived("cost_per_million_tokens", Unit.YEN, Operation.SUM, parts);
    }

    private void forWhatOneGets(Map<Figure, Answer> figures, MemoryStack memory) {
        Answer price = figures.getOrDefault(Figure.PURCHASE, NOT_COMPUTED);
        Answer gigabytes = Answer.derived(
                "usable_gigabytes",
                Unit.RATIO,
                Operation.QUOTIENT,
                memory.pools().getFirst().usable(),
                Answer.of(Term.given("bytes_per_gigabyte", new Count(1_000_000_000), DEFINITION)));
        figures.put(
                Figure.PRICE_PER_GIGABYTE,
                Answer.derived("price_per_gigabyte", Unit.YEN, Operation.QUOTIENT, price, gigabytes));
        Answer decode = rate(speed.known().map(known -> known.decode().expected()));
        figures.put(
                Figure.PRICE_PER_RATE, Answer.derived("price_per_rate", Unit.YEN, Operation.QUOTIENT, price, decode));
    }

    /// Each million tokens saves the cloud's price less the electricity they take here.
    private void breakEven(Map<Figure, Answer> figures, Answer rate) {
        Answer electricity = figures.getOrDefault(Figure.ELECTRICITY_PER_MILLION, NOT_COMPUTED);
        Answer cloud = Answer.given("cloud_price", assumptions.cloudPerMillion(), "cost.cloud_price");
        Answer saved = Savings.of(cloud, electricity);
        Answer millions = Answer.derived(
                "break_even_millions",
                Unit.RATIO,
                Operation.QUOTIENT,
                figures.getOrDefault(Figure.PURCHASE, NOT_COMPUTED),
                saved);
        Answer tokens = Answer.derived(
                "break_even_tokens", Unit.TOKENS, Operation.PRODUCT, millions, Answer.of(Lifetime.million()));
        figures.put(Figure.BREAK_EVEN_TOKENS, tokens);
        figures.put(
                Figure.BREAK_EVEN_DAYS,
                Answer.derived("break_even_days", Unit.RATIO, Operation.QUOTIENT, tokens, life.tokensEachDay(rate)));
    }

    private Answer rate(Optional<Term> rate) {
        return rate.filter(term -> term.value().magnitude() > 0).map(Answer::of).orElseGet(this::noRate);
    }

    private Answer noRate() {
        return new Answer.Unknown(
                speed instanceof Speed.NotRunning
                        ? new MissingFact("fit.verdict", "a scenario that does not run has no speed")
                        : new MissingFact("speed", "no speed is known for this scenario"));
    }
}
