package org.tonari.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StatisticsTest {
    @Test
    void equalWeightsGiveTheMiddleOfTheMiddleValues() {
        // Middles of the weights stand at 1/8, 3/8, 5/8 and 7/8: one half lies between 2 and 3.
        double median = Statistics.weightedQuantile(0.5, new double[] {4, 1, 3, 2}, new double[] {1, 1, 1, 1});

        assertThat(median).isCloseTo(2.5, within(1e-12));
    }

    @Test
    void aHeavyValueDrawsTheQuantileToItself() {
        double median = Statistics.weightedQuantile(0.5, new double[] {1, 2, 10}, new double[] {1, 1, 98});

        assertThat(median).isGreaterThan(9);
    }

    @Test
    void aSingleValueIsEveryQuantile() {
        assertThat(Statistics.weightedQuantile(0.8, new double[] {7}, new double[] {3}))
                .isEqualTo(7);
    }
}
