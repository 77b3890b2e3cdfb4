package org.tonari.profiles.tree;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnknownIdTest {
    @ParameterizedTest(name = "{0} to {1} takes {2} steps")
    @CsvSource({
        "spark, spark, 0",
        "spark, sprak, 1",
        "spark, park, 1",
        "spark, sparks, 1",
        "spark, spork, 1",
        "'', abc, 3"
    })
    void aSwapOfNeighboursIsOneStep(String one, String other, int steps) {
        assertThat(UnknownId.distance(one, other)).isEqualTo(steps);
    }
}
