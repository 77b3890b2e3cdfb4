package org.tonari.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonari.domain.answer.Speed;
import org.tonari.domain.answer.Speed.Evidence;
import org.tonari.domain.scenario.Anchor;
import org.tonari.domain.scenario.Scenario;
import org.tonari.units.Tokens;
import org.tonari.units.TokensPerSecond;

class AnchorTest {
    private static final Scenario MEASURED = ShippedScenarios.of("dgx-spark", "gpt-oss-120b", "mxfp4");
    private static final Estimator PLAIN = ShippedScenarios.estimator();

    private static Speed.Known speed(Estimator estimator, Scenario scenario) {
        return estimator.estimate(scenario).speed().known().orElseThrow();
    }

    @Test
    void theMeasuredCaseIsEstimatedAsMeasured() {
        double plain = speed(PLAIN, MEASURED).decode().value();
        Estimator own = PLAIN.with(List.of(new Anchor(MEASURED, new TokensPerSecond(0.8 * plain))));

        Speed.Known shifted = speed(own, MEASURED);

        assertThat(shifted.decode().value()).isCloseTo(0.8 * plain, within(1e-9));
        assertThat(shifted.evidence()).isEqualTo(Evidence.A);
        assertThat(shifted.shift()).hasValueCloseTo(1.25, within(1e-9));
    }

    @Test
    void otherContextsOfThatMachineAndRuntimeShiftByTheSameFactor() {
        Scenario longer = MEASURED.withWorkload(MEASURED.workload().withContext(new Tokens(100_000)));
        double plain = speed(PLAIN, MEASURED).decode().value();
        Estimator own = PLAIN.with(List.of(new Anchor(MEASURED, new TokensPerSecond(0.5 * plain))));

        assertThat(speed(own, longer).decode().value())
                .isCloseTo(0.5 * speed(PLAIN, longer).decode().value(), within(1e-9));
    }

    @Test
    void otherMachinesStayAsTheyWere() {
        Scenario other = ShippedScenarios.of("mac-studio-m3-ultra-512", "gpt-oss-120b", "mxfp4");
        Estimator own = PLAIN.with(List.of(new Anchor(MEASURED, new TokensPerSecond(1))));

        assertThat(speed(own, other).decode().value())
                .isEqualTo(speed(PLAIN, other).decode().value());
        assertThat(speed(own, other).shift()).isEmpty();
    }

    @Test
    void promptsAreNotShifted() {
        Estimator own = PLAIN.with(List.of(new Anchor(MEASURED, new TokensPerSecond(1))));

        assertThat(((Speed.Estimated) speed(own, MEASURED).prefill()).value())
                .isEqualTo(((Speed.Estimated) speed(PLAIN, MEASURED).prefill()).value());
    }
}
