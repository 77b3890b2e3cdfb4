package org.tonari.chart;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NiceTicksTest {
    @ParameterizedTest(name = "up to {0}: steps of {1}, top {2}")
    @CsvSource(textBlock = """
        90,    20,   100
        100,   20,   100
        101,   50,   150
        41,    10,    50
        4300, 1000, 5000
        0.7,  0.2,   0.8
        """)
    void stepsAreOneTwoOrFive(double highest, double step, double top) {
        NiceTicks ticks = NiceTicks.upTo(highest);

        assertThat(ticks.step()).isEqualTo(step);
        assertThat(ticks.top()).isEqualTo(top);
    }

    @Test
    void anEmptyChartStillHasAnAxis() {
        assertThat(NiceTicks.upTo(0).top()).isEqualTo(1);
        assertThat(NiceTicks.upTo(Double.NaN).top()).isEqualTo(1);
    }

    @Property(tries = 500)
    void fourToSixLinesCoverEveryValue(@ForAll @DoubleRange(min = -6, max = 9) double magnitude) {
        double highest = Math.pow(10, magnitude);

        NiceTicks ticks = NiceTicks.upTo(highest);

        assertThat(ticks.lines()).hasSizeBetween(4, 6).startsWith(0.0);
        assertThat(ticks.top()).isGreaterThanOrEqualTo(highest * (1 - 1e-9));
    }
}
