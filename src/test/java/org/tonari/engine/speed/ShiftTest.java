package org.tonari.engine.speed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonari.domain.answer.Speed.Evidence;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.Bench;
import org.tonari.engine.ShippedScenarios;
import org.tonari.explain.Term;
import org.tonari.units.Ratio;
import org.tonari.units.Seconds;

/// A person's own measurement stretches steps and brings the evidence nearer, never farther.
class ShiftTest {
    private static final Scenario SCENARIO = ShippedScenarios.of("dgx-spark", "llama-3.1-8b", "q8_0");

    @ParameterizedTest(name = "measured with {0}: {1} becomes {2}")
    @CsvSource(textBlock = """
        llama-3.1-8b, A, A
        llama-3.1-8b, B, A
        llama-3.1-8b, E, A
        qwen3-8b,     A, A
        qwen3-8b,     B, B
        qwen3-8b,     C, B
        qwen3-8b,     E, B
        """)
    void evidenceIsAsNearAsTheMeasurement(String model, Evidence without, Evidence with) {
        assertThat(shift(model).evidence(SCENARIO, without)).isEqualTo(with);
    }

    @Test
    void aStepTakesAsManyTimesAsLong() {
        Term step = Term.given("step", new Seconds(2), Bench.HAND);

        assertThat(shift("qwen3-8b").applied(step).value().magnitude()).isEqualTo(3);
    }

    private static Shift shift(String model) {
        return new Shift(Term.given("anchor_factor", new Ratio(1.5), Bench.HAND), model);
    }
}
