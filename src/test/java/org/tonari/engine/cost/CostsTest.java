package org.tonari.engine.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tonari.domain.answer.Cost;
import org.tonari.domain.answer.Cost.Figure;
import org.tonari.domain.answer.Estimate;
import org.tonari.domain.question.CostAssumptions;
import org.tonari.engine.Estimator;
import org.tonari.engine.Estimator.Alternatives;
import org.tonari.engine.ShippedScenarios;
import org.tonari.explain.Answer;

class CostsTest {
    private static final Estimator ESTIMATOR =
            new Estimator(ShippedScenarios.CATALOGUE.calibration(), Alternatives.NONE, List.of());
    private static final Estimate SPARK = ESTIMATOR.estimate(ShippedScenarios.of("dgx-spark", "gpt-oss-120b", "mxfp4"));

    @Test
    void energyAndElectricityFollowFromWattsAndRate() {
        double rate = SPARK.speed().known().orElseThrow().aggregate().value();

        // 156 W under load, 31 yen a kWh, both in the profiles
        assertThat(number(SPARK.cost(), Figure.JOULES_PER_TOKEN)).isCloseTo(156 / rate, within(1e-9));
        assertThat(number(SPARK.cost(), Figure.ENERGY_PER_MILLION)).isCloseTo(156 / rate / 3.6, within(1e-9));
        assertThat(number(SPARK.cost(), Figure.ELECTRICITY_PER_MILLION)).isCloseTo(156 / rate / 3.6 * 31, within(1e-6));
    }

    @Test
    void thePriceIsSpreadOverTheTokensOfALife() {
        double rate = SPARK.speed().known().orElseThrow().aggregate().value();
        double tokens = rate * 4 * 3600 * 3 * 365.25;

        // 600,000 yen, three years of four hours a day
        assertThat(number(SPARK.cost(), Figure.PURCHASE_PER_MILLION)).isCloseTo(600_000 / (tokens / 1e6), within(0.01));
    }

    @Test
    void idlingAddsItsElectricity() {
        Cost half = ESTIMATOR.cost(SPARK, CostAssumptions.DEFAULT.withUtilisation(0.5));
        double rate = SPARK.speed().known().orElseThrow().aggregate().value();
        double millions = rate * 2 * 3600 * 3 * 365.25 / 1e6;
        // 25 W for two hours a day
        double standby = 0.025 * 2 * 3 * 365.25 * 31 / millions;

        assertThat(number(half, Figure.TOTAL_PER_MILLION))
                .isCloseTo(
                        number(half, Figure.ELECTRICITY_PER_MILLION)
                                + number(half, Figure.PURCHASE_PER_MILLION)
                                + standby,
                        within(0.01));
    }

    @Test
    void aMachineBreaksEvenOnceSavingsReachItsPrice() {
        Cost cost = ESTIMATOR.cost(SPARK, CostAssumptions.DEFAULT.withCloudPrice(90));
        double saved = 90 - number(cost, Figure.ELECTRICITY_PER_MILLION);

        assertThat(number(cost, Figure.BREAK_EVEN_TOKENS)).isCloseTo(600_000 / saved * 1e6, within(1e3));
        double perDay = SPARK.speed().known().orElseThrow().aggregate().value() * 4 * 3600;
        assertThat(number(cost, Figure.BREAK_EVEN_DAYS))
                .isCloseTo(number(cost, Figure.BREAK_EVEN_TOKENS) / perDay, within(1.0));
    }

    @Test
    void aCloudCheaperThanElectricityIsNeverPaidBack() {
        Cost cost = ESTIMATOR.cost(SPARK, CostAssumptions.DEFAULT.withCloudPrice(1));

        assertThat(missing(cost, Figure.BREAK_EVEN_TOKENS)).isEqualTo("cost.break_even");
    }

    @Test
    void withoutACloudPriceThereIsNoBreakEven() {
        assertThat(missing(SPARK.cost(), Figure.BREAK_EVEN_DAYS)).isEqualTo("cost.cloud_price");
    }

    @ParameterizedTest
    @EnumSource(Figure.class)
    void everyFigureIsKnownOrSaysWhatIsMissing(Figure figure) {
        for (String machine : List.of("macbook-pro-m4-max-128", "mac-mini-m4-pro-64", "jetson-thor-128")) {
            Estimate estimate = ESTIMATOR.estimate(ShippedScenarios.of(machine, "gpt-oss-20b", "mxfp4"));
            switch (estimate.cost().of(figure)) {
                case Answer.Known(var term) ->
                    assertThat(term.value().magnitude()).isFinite();
                case Answer.Unknown(var fact) ->
                    assertThat(fact.reason().english()).isNotBlank();
            }
        }
    }

    @Test
    void theRateOfExchangeLeavesAPriceInYenAlone() {
        Cost dear = ESTIMATOR.cost(SPARK, CostAssumptions.DEFAULT.withYenPerDollar(200));

        assertThat(number(dear, Figure.PURCHASE)).isEqualTo(600_000);
    }

    @Test
    void assumptionsOutOfRangeAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> CostAssumptions.DEFAULT.withHoursPerDay(25));
        assertThatIllegalArgumentException().isThrownBy(() -> CostAssumptions.DEFAULT.withUtilisation(0));
    }

    private static double number(Cost cost, Figure figure) {
        return cost.of(figure).optional().orElseThrow().value().magnitude();
    }

    private static String missing(Cost cost, Figure figure) {
        return cost.of(figure) instanceof Answer.Unknown(var fact) ? fact.path() : "";
    }
}
