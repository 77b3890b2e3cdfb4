package org.tonari.engine.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tonari.domain.answer.Cost;
import org.tonari.domain.answer.Cost.Figure;
import org.tonari.domain.answer.Speed;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.machine.Machine.Power;
import org.tonari.domain.machine.Machine.Price;
import org.tonari.domain.machine.MemoryPool.Kind;
import org.tonari.domain.question.CostAssumptions;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.Bench;
import org.tonari.engine.load.Figures;
import org.tonari.engine.memory.MemoryStacks;
import org.tonari.explain.Answer;
import org.tonari.explain.MissingFact;
import org.tonari.explain.Sourced;
import org.tonari.explain.Term;
import org.tonari.units.Money;
import org.tonari.units.Seconds;
import org.tonari.units.TokensPerSecond;
import org.tonari.units.Watts;

/// 100 W under load and 10 W at rest, 2 GB, 200 dollars at 150 yen; 10 tokens a second, 5 of them for each sequence.
class WorkedCostsTest {
    private static final Sourced<Watts> IDLE = Sourced.known(new Watts(10), Bench.HAND);
    private static final Price DOLLARS = new Price(new Money(200, Money.Currency.USD), "", Bench.HAND);
    private static final Price YEN = new Price(new Money(40_000, Money.Currency.JPY), "", Bench.HAND);

    /// 100 W ÷ 10; a million such tokens in kWh; at 31 yen; 30,000 yen over 10 · 14,400 s · 1,095.75 days = 157.788
    /// million tokens; both; 30,000 ÷ 2 GB; 30,000 ÷ 5.
    @ParameterizedTest
    @CsvSource({
        "JOULES_PER_TOKEN, 10",
        "ENERGY_PER_MILLION, 2.7777778",
        "ELECTRICITY_PER_MILLION, 86.1111111",
        "PURCHASE, 30000",
        "PURCHASE_PER_MILLION, 190.1285269",
        "TOTAL_PER_MILLION, 276.2396380",
        "PRICE_PER_GIGABYTE, 15000",
        "PRICE_PER_RATE, 6000",
        "WATTS, 100",
        "IDLE_WATTS, 10"
    })
    void figuresFollowFromWattsPriceAndRate(Figure figure, double expected) {
        assertThat(number(cost(machine(IDLE, DOLLARS), speed(5, 10), CostAssumptions.DEFAULT), figure))
                .isCloseTo(expected, within(1e-6));
    }

    /// Each million saves 186.11 − 86.11 = 100 yen: 300 million tokens, at 144,000 a day.
    @Test
    void theCloudIsPaidBackOnceSavingsReachThePrice() {
        Cost cost =
                cost(machine(IDLE, DOLLARS), speed(5, 10), CostAssumptions.DEFAULT.withCloudPrice(100 + 10 / 3.6 * 31));

        assertThat(number(cost, Figure.BREAK_EVEN_TOKENS)).isCloseTo(300e6, within(1.0));
        assertThat(number(cost, Figure.BREAK_EVEN_DAYS)).isCloseTo(300e6 / 144_000, within(1e-6));
    }

    @Test
    void aCloudThatCostsWhatElectricityCostsIsNeverPaidBack() {
        Answer hundred = Answer.of(Term.given("yen", new Money(100, Money.Currency.JPY), Bench.HAND));

        assertThat(path(Savings.of(hundred, hundred))).isEqualTo("cost.break_even");
    }

    /// 4 hours a day at half load: 10 W for 2 hours on 1,095.75 days are 21.915 kWh; half as many tokens are made.
    @Test
    void hoursAtRestCostTheirElectricity() {
        Cost cost = cost(machine(IDLE, DOLLARS), speed(5, 10), CostAssumptions.DEFAULT.withUtilisation(0.5));
        double millions = 157.788 / 2;

        assertThat(number(cost, Figure.TOTAL_PER_MILLION))
                .isCloseTo(86.1111111 + (30_000 + 21.915 * 31) / millions, within(1e-5));
    }

    @Test
    void aMachineThatNeverRestsNeedsNoDrawAtRest() {
        Machine machine = machine(Bench.unstated("machine.power.idle"), DOLLARS);

        assertThat(number(cost(machine, speed(5, 10), CostAssumptions.DEFAULT), Figure.TOTAL_PER_MILLION))
                .isCloseTo(276.2396380, within(1e-6));
        assertThat(path(cost(machine, speed(5, 10), CostAssumptions.DEFAULT.withUtilisation(0.5))
                        .of(Figure.TOTAL_PER_MILLION)))
                .isEqualTo("machine.power.idle");
    }

    @Test
    void aPriceInYenCountsBeforeOneInDollars() {
        assertThat(number(purchase(DOLLARS, YEN))).isEqualTo(40_000);
        assertThat(number(purchase(YEN, DOLLARS))).isEqualTo(40_000);
        assertThat(number(purchase(DOLLARS))).isEqualTo(30_000);
        assertThat(path(purchase())).isEqualTo("machine.prices");
    }

    @Test
    void withoutARateNothingIsSaidOfTokens() {
        assertThat(joules(new Speed.NotRunning())).isEqualTo("fit.verdict");
        assertThat(joules(new Speed.Unknown(new MissingFact("calibration", "nothing was fitted"))))
                .isEqualTo("speed");
        assertThat(joules(speed(0, 0))).isEqualTo("speed");
    }

    @ParameterizedTest
    @EnumSource(Figure.class)
    void aCostNobodyAskedForSaysSo(Figure figure) {
        assertThat(Costs.notAsked().of(figure)).isEqualTo(new Answer.Unknown(new MissingFact("cost", "not asked for")));
    }

    private static String joules(Speed speed) {
        return path(cost(machine(IDLE, DOLLARS), speed, CostAssumptions.DEFAULT).of(Figure.JOULES_PER_TOKEN));
    }

    private static Answer purchase(Price... prices) {
        return Purchase.of(machine(IDLE, prices), CostAssumptions.DEFAULT);
    }

    private static Cost cost(Machine machine, Speed speed, CostAssumptions assumptions) {
        Scenario scenario = Bench.scenario(machine, Bench.model(Bench.layer(1, 1)), "llama.cpp");
        return Costs.of(scenario, MemoryStacks.of(scenario), speed, assumptions);
    }

    private static Machine machine(Sourced<Watts> idle, Price... prices) {
        Power power = new Power(idle, Sourced.known(new Watts(100), Bench.HAND), Bench.unstated("max"));
        return Bench.described(
                Bench.machine(Bench.pool(Kind.UNIFIED, 2_000_000_000)), power, List.of(prices), Map.of());
    }

    private static Speed speed(double decode, double aggregate) {
        return new Speed.Known(
                rate(decode),
                rate(aggregate),
                rate(1_000),
                rate(1),
                Term.given("step_time", new Seconds(0.2), Bench.HAND),
                Speed.Limit.MEMORY_BANDWIDTH,
                Speed.Evidence.E);
    }

    private static Speed.Estimated rate(double tokens) {
        return Figures.around(Term.given("rate", new TokensPerSecond(tokens), Bench.HAND));
    }

    private static double number(Cost cost, Figure figure) {
        return number(cost.of(figure));
    }

    private static double number(Answer answer) {
        return answer.optional().orElseThrow().value().magnitude();
    }

    private static String path(Answer answer) {
        return ((Answer.Unknown) answer).fact().path();
    }
}
