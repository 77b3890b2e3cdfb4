package org.tonari.engine.memory.compute;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class StretchTest {
    /// 10 + 3 · (steps − 5) falls below 0 where steps < 5 − 10/3, so from step 2 on it does not.
    @Test
    void aComparisonHoldsOnOneSideOfAPoint() {
        var stretch = new Stretch(5);

        assertThat(stretch.isAtLeastNothing(10, 3)).isTrue();

        assertThat(stretch.shortest()).isEqualTo(2);
        assertThat(stretch.longest()).isGreaterThan(1L << 40);
    }

    @Test
    void equalityOfThingsThatGrowApartHoldsHereAlone() {
        var stretch = new Stretch(5);

        assertThat(stretch.isNothing(0, 7)).isTrue();

        assertThat(stretch.shortest()).isEqualTo(5);
        assertThat(stretch.longest()).isEqualTo(5);
    }

    @Property
    void comparisonsComeOutAlikeAllOverTheStretch(
            @ForAll @IntRange(min = 1, max = 50) int steps,
            @ForAll @LongRange(min = -500, max = 500) long difference,
            @ForAll @IntRange(min = -20, max = 20) int growth) {
        var atLeast = new Stretch(steps);
        var equal = new Stretch(steps);
        boolean notBelow = atLeast.isAtLeastNothing(difference, growth);
        boolean nothing = equal.isNothing(difference, growth);

        for (long length = 1; length <= 120; length++) {
            long there = difference + growth * (length - steps);
            if (atLeast.shortest() <= length && length <= atLeast.longest()) {
                assertThat(there >= 0).isEqualTo(notBelow);
            }
            if (equal.shortest() <= length && length <= equal.longest()) {
                assertThat(there == 0).isEqualTo(nothing);
            }
        }
    }
}
