package org.tonari.engine.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.tonari.domain.answer.Speed;
import org.tonari.domain.answer.Speed.Evidence;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.ShippedScenarios;
import org.tonari.engine.memory.MemoryStacks;

/// How far a speed may be trusted: batches on mixtures of experts were measured on few machines.
class SpeedEvidenceTest {
    @Test
    void usersAtOnceWeakenTheEvidenceOfMixturesOfExperts() {
        Scenario experts = ShippedScenarios.of("dgx-spark", "gpt-oss-120b", "mxfp4");

        assertThat(speed(experts, 1).evidence()).isLessThan(Evidence.D);
        assertThat(speed(experts, 2).evidence()).isEqualTo(Evidence.D);
    }

    @Test
    void usersAtOnceLeaveTheEvidenceOfDenseModels() {
        Scenario dense = ShippedScenarios.of("dgx-spark", "llama-3.1-8b", "q4_k_m");

        assertThat(speed(dense, 1).evidence()).isLessThan(Evidence.D);
        assertThat(speed(dense, 2).evidence()).isEqualTo(speed(dense, 1).evidence());
    }

    @Test
    void batchesHaveAnIntervalOfTheirOwn() {
        Scenario dense = ShippedScenarios.of("dgx-spark", "llama-3.1-8b", "q4_k_m");

        assertThat(width(speed(dense, 1))).isCloseTo(factor(dense, "decode"), within(1e-9));
        assertThat(width(speed(dense, 2))).isCloseTo(factor(dense, "batch"), within(1e-9));
        assertThat(factor(dense, "batch")).isNotCloseTo(factor(dense, "decode"), within(1e-4));
    }

    private static double width(Speed.Known speed) {
        return speed.decode().high() / speed.decode().value();
    }

    private static double factor(Scenario scenario, String quantity) {
        return Intervals.factor(
                ShippedScenarios.CATALOGUE.calibration(),
                scenario,
                MemoryStacks.of(scenario),
                speed(scenario, 1).evidence(),
                quantity);
    }

    private static Speed.Known speed(Scenario scenario, int users) {
        Scenario asked = scenario.withWorkload(scenario.workload().withConcurrency(users));
        return ShippedScenarios.estimator().estimate(asked).speed().known().orElseThrow();
    }
}
