package org.tonari.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonari.domain.answer.ConcurrencyCurve;
import org.tonari.domain.answer.ConcurrencyCurve.Point;
import org.tonari.domain.answer.Estimate;
import org.tonari.domain.answer.MemoryStack;
import org.tonari.domain.answer.MemoryStack.Part;
import org.tonari.domain.answer.Remark;
import org.tonari.domain.answer.Speed;
import org.tonari.domain.answer.Verdict;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.fit.Remarks;
import org.tonari.units.Tokens;

/// Users share a runtime's cache: where it holds fewer of them, the others wait.
class ConcurrencyTest {
    private static final Estimator ESTIMATOR = ShippedScenarios.estimator();

    @Test
    void aPoolHoldsAsManyFullContextsAsFitBesideWeightsAndBuffers() {
        // 0.92 of the card less weights, buffers, context and graphs, over 1.411 GiB for each sequence of 32,768 tokens
        MemoryStack one = estimate(vllm(1)).memory();
        MemoryStack many = estimate(vllm(64)).memory();
        long each = one.size(Part.KV_CACHE).count();
        long beside = one.required().bytes().count() - each;
        long pool = Math.min(
                        one.reserved().bytes().count(),
                        one.pools()
                                .getFirst()
                                .usable()
                                .optional()
                                .orElseThrow()
                                .bytes()
                                .count())
                - beside;

        assertThat(many.served().sequences()).isEqualTo((int) (pool / each)).isBetween(2, 63);
        assertThat(many.size(Part.KV_CACHE).count()).isEqualTo(many.served().sequences() * each);
        assertThat(many.served().waiting().count()).isEqualTo((64 - pool / each) * each);
    }

    @Test
    void beyondThePoolAllUsersTogetherGetNoMoreAndEachTheirShareOfTheSteps() {
        int held = estimate(vllm(64)).memory().served().sequences();
        Speed.Known full = estimate(vllm(held)).speed().known().orElseThrow();
        Speed.Known crowded = estimate(vllm(64)).speed().known().orElseThrow();

        assertThat(crowded.aggregate().value())
                .isCloseTo(
                        full.aggregate().value(), within(1e-9 * full.aggregate().value()));
        assertThat(crowded.decode().value()).isCloseTo(full.decode().value() * held / 64, within(1e-9));
    }

    @Test
    void whereSomeWaitTheVerdictIsTightAndARemarkSaysHowMany() {
        Estimate estimate = estimate(vllm(64));

        assertThat(estimate.fit().verdict()).isInstanceOf(Verdict.Tight.class);
        assertThat(estimate.memory().served().isAll()).isFalse();
        assertThat(Remarks.of(estimate))
                .contains(
                        new Remark.SequencesWait(64, estimate.memory().served().sequences()));
    }

    @Test
    void theLongestContextIsThatAtWhichNobodyWaits() {
        Estimate estimate = estimate(vllm(16));
        long longest = (long)
                estimate.fit().longestContext().optional().orElseThrow().value().magnitude();

        assertThat(stack(vllm(16), longest).served().isAll()).isTrue();
        assertThat(stack(vllm(16), longest + 256).served().isAll()).isFalse();
    }

    @Test
    void aStepTakesNoMoreSequencesThanTheSchedulerDoes() {
        Scenario few = vllm(8).withOverride("runtime.max_num_seqs", 2);

        assertThat(estimate(few).memory().served().sequences()).isEqualTo(2);
    }

    @Test
    void whereNotEvenOneContextFitsNothingRuns() {
        Scenario tooLong = vllm(4).withWorkload(vllm(4).workload().withContext(new Tokens(20_000_000)));

        assertThat(estimate(tooLong).fit().verdict()).isInstanceOf(Verdict.DoesNotFit.class);
        assertThat(estimate(tooLong).speed()).isInstanceOf(Speed.NotRunning.class);
    }

    @Test
    void aCurveOverUsersRisesToThePoolAndStaysThere() {
        ConcurrencyCurve curve = ESTIMATOR.concurrency(vllm(1), ConcurrencyCurve.USUAL);
        List<Double> together = curve.points().stream()
                .map(point -> point.speed().known().orElseThrow().aggregate().value())
                .toList();

        assertThat(curve.points()).extracting(Point::users).containsExactly(1, 2, 4, 8, 16, 32, 64);
        assertThat(curve.mostAtOnce())
                .hasValue(estimate(vllm(64)).memory().served().sequences());
        assertThat(together.get(6)).isEqualTo(together.get(5));
        assertThat(together.get(3)).isGreaterThan(together.get(0));
    }

    @Test
    void aPointOfTheCurveIsTheEstimateOfThatManyUsers() {
        Point point = ESTIMATOR.concurrency(vllm(1), List.of(4)).points().getFirst();
        Estimate estimate = estimate(vllm(4));

        assertThat(point.verdict()).isEqualTo(estimate.fit().verdict());
        assertThat(point.speed().known().orElseThrow().decode().value())
                .isEqualTo(estimate.speed().known().orElseThrow().decode().value());
    }

    @Test
    void llamaCppLaysOutEveryCacheAtStartSoTheCurveEndsWhereTheyNoLongerFit() {
        Scenario cells = ShippedScenarios.of("dgx-spark", "llama-3.1-70b", "q4_k_m");
        ConcurrencyCurve curve = ESTIMATOR.concurrency(cells, ConcurrencyCurve.USUAL);

        assertThat(curve.points().getLast().speed()).isInstanceOf(Speed.NotRunning.class);
        assertThat(curve.points().getLast().isQueued()).isFalse();
        assertThat(curve.mostAtOnce()).isEmpty();
    }

    private static Estimate estimate(Scenario scenario) {
        return ESTIMATOR.estimate(scenario);
    }

    private static MemoryStack stack(Scenario scenario, long context) {
        return estimate(scenario.withWorkload(scenario.workload().withContext(new Tokens(context))))
                .memory();
    }

    private static Scenario vllm(int users) {
        Scenario scenario = ShippedScenarios.of("rtx-pro-6000-96", "gpt-oss-120b", "mxfp4-bf16")
                .withRuntime(
                        ShippedScenarios.CATALOGUE.runtime("vllm").optional().orElseThrow());
        return scenario.withWorkload(scenario.workload().withConcurrency(users));
    }
}
