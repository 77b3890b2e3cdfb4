package org.tonari.engine.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonari.domain.answer.Cost;
import org.tonari.domain.answer.Estimate;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.machine.MemoryPool.Kind;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.FeedForward;
import org.tonari.domain.model.LayerGroup;
import org.tonari.domain.question.CostAssumptions;
import org.tonari.domain.question.UseCase.Measure;
import org.tonari.domain.question.Wish;
import org.tonari.engine.Bench;
import org.tonari.engine.Estimator;
import org.tonari.engine.ShippedScenarios;
import org.tonari.explain.Answer;
import org.tonari.explain.Sourced;
import org.tonari.units.Bytes;
import org.tonari.units.FlopsPerSecond;

class MeasuresTest {
    private static final Estimator ESTIMATOR = ShippedScenarios.estimator();

    /// 200 dollars at 150 yen, the machine's 10 W at rest, its 1,000 operations a second, and the speed of its slower
    /// and its first model.
    @ParameterizedTest
    @CsvSource({"PRICE, 30000", "IDLE_WATTS, 10", "COMPUTE, 1000", "DECODE, 8", "FIRST_TOKEN, 1.5"})
    void eachMeasureIsAFigureOfTheMachineOrItsModels(Measure measure, double figure) {
        assertThat(number(measure(measure, Asked.MACHINE, Asked.estimate(12, 1.5), Asked.estimate(8, 3))))
                .isEqualTo(figure);
    }

    @Test
    void costIsTheWholeCostOfAMillionTokens() {
        Estimate estimate = Asked.estimate();
        Cost cost = ESTIMATOR.cost(estimate, CostAssumptions.DEFAULT);

        assertThat(number(measure(Measure.COST, Asked.MACHINE, estimate)))
                .isCloseTo(number(cost.of(Cost.Figure.TOTAL_PER_MILLION)), within(1e-9));
    }

    @Test
    void theWidest16BitPeakThatIsStatedOrdersMachines() {
        Sourced<FlopsPerSecond> half = Sourced.known(new FlopsPerSecond(7), Bench.HAND);
        Sourced<FlopsPerSecond> single = Sourced.known(new FlopsPerSecond(5), Bench.HAND);

        assertThat(number(compute(Map.of("bf16", Bench.unstated("bf16"), "fp16", half, "fp32", single))))
                .isEqualTo(7);
        assertThat(number(compute(Map.of("fp8", half, "fp32", single)))).isEqualTo(5);
        assertThat(compute(Map.of("fp8", half))).isInstanceOf(Answer.Unknown.class);
    }

    /// The use itself states 900 bytes; models take what each of them does, all at once.
    @Test
    void aUseNeedsAllItsModelsAtOnceOrWhatItsSourceStates() {
        Estimate estimate = Asked.estimate();
        long one = estimate.memory().required().bytes().count();

        assertThat(needed()).isEqualTo(new Bytes(900));
        assertThat(needed(estimate)).isEqualTo(new Bytes(one));
        assertThat(needed(estimate, estimate, estimate)).isEqualTo(new Bytes(3 * one));
    }

    @Test
    void aModelWhoseMemoryNobodyKnowsLeavesTheNeedUnknown() {
        Estimate known = Asked.estimate();
        var model = Bench.model(new LayerGroup(
                "secret", 1, new Attention.Undescribed(Asked.missing("attention")), new FeedForward.Dense(8, 2), 0));
        Estimate unknown = ESTIMATOR.estimate(
                Bench.scenario(Bench.machine(Bench.pool(Kind.UNIFIED, 64L << 30)), model, "llama.cpp"));

        assertThat(new Needs(Asked.USE, List.of(known, unknown)).required())
                .isEqualTo(new Answer.Unknown(Asked.missing("attention")));
    }

    private static Bytes needed(Estimate... estimates) {
        return new Needs(Asked.USE, List.of(estimates))
                .required()
                .optional()
                .orElseThrow()
                .bytes();
    }

    private static Answer compute(Map<String, Sourced<FlopsPerSecond>> peaks) {
        return measure(Measure.COMPUTE, Bench.computing(peaks, Bench.pool(Kind.UNIFIED, 1)));
    }

    private static Answer measure(Measure measure, Machine machine, Estimate... estimates) {
        Inquiry inquiry = Asked.inquiry(Asked.use(measure, estimates.length), Wish.DEFAULT, Optional.empty());
        return new Measures(ESTIMATOR, inquiry, machine, List.of(estimates), Optional.empty()).measure();
    }

    private static double number(Answer answer) {
        return answer.optional().orElseThrow().value().magnitude();
    }
}
