package org.tonari.engine.speed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tonari.domain.Scenario;
import org.tonari.domain.Speed;
import org.tonari.domain.Speed.Evidence;
import org.tonari.engine.ShippedScenarios;

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
        Speed.Known one = speed(dense, 1);
        Speed.Known two = speed(dense, 2);

        assertThat(width(two)).isNotEqualTo(width(one));
        assertThat(width(speed(dense, 4))).isEqualTo(width(two));
    }

    /// What the upper end is of the lower, in thousandths.
    private static long width(Speed.Known speed) {
        return Math.round(1_000 * speed.decode().high() / speed.decode().low());
    }

    private static Speed.Known speed(Scenario scenario, int users) {
        Scenario asked = scenario.withWorkload(scenario.workload().withConcurrency(users));
        return ShippedScenarios.estimator().estimate(asked).speed().known().orElseThrow();
    }
}
