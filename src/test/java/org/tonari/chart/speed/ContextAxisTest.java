package org.tonari.chart.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ContextAxisTest {
    private static final ContextAxis CONTEXTS = ContextAxis.between(AxisSpan.contexts(131_072), 76, 848);
    private static final ContextAxis USERS = ContextAxis.between(AxisSpan.users(64), 76, 848);

    @Test
    void eachDoublingIsEquallyWide() {
        assertThat(CONTEXTS.x(1024)).isEqualTo(134);
        assertThat(CONTEXTS.x(131_072)).isEqualTo(848);
        assertThat(CONTEXTS.x(2048) - CONTEXTS.x(1024)).isCloseTo(714.0 / 7, within(1e-9));
    }

    @Test
    void theEmptyContextHasASlotOfItsOwn() {
        assertThat(CONTEXTS.x(0)).isEqualTo(92);
        assertThat(CONTEXTS.at(92)).isZero();
        assertThat(CONTEXTS.at(0)).isZero();
    }

    @Test
    void usersStartAtOne() {
        assertThat(USERS.at(0)).isEqualTo(1);
        assertThat(USERS.x(0)).isEqualTo(USERS.x(1));
        assertThat(USERS.ticks()).containsExactly(1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0);
    }

    @Test
    void ticksOfAZoomedAxisStandInEqualSteps() {
        var twoDoublings = new AxisSpan(13_300, 44_700, AxisSpan.Start.FIRST_TICK, AxisSpan.End.OPEN);
        var oneDoubling = new AxisSpan(19_500, 39_000, AxisSpan.Start.FIRST_TICK, AxisSpan.End.OPEN);
        var fewUsers = new AxisSpan(2, 8, AxisSpan.Start.FIRST_TICK, AxisSpan.End.OPEN);

        assertThat(ContextAxis.between(twoDoublings, 76, 848).ticks())
                .containsExactly(16_384.0, 20_480.0, 24_576.0, 28_672.0, 32_768.0, 36_864.0, 40_960.0);
        assertThat(ContextAxis.between(oneDoubling, 76, 848).ticks())
                .containsExactly(
                        20_480.0, 22_528.0, 24_576.0, 26_624.0, 28_672.0, 30_720.0, 32_768.0, 34_816.0, 36_864.0,
                        38_912.0);
        assertThat(ContextAxis.between(fewUsers, 76, 848).ticks()).containsExactly(2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0);
    }

    @Test
    void anOddEndIsTheLastTickAndCrowdsOutItsNeighbour() {
        ContextAxis axis = ContextAxis.between(AxisSpan.contexts(40_960), 76, 848);

        assertThat(axis.ticks()).endsWith(8192.0, 16384.0, 40960.0);
    }

    @Test
    void ticksCatchWithinReachOnly() {
        double tick = CONTEXTS.x(32_768);

        assertThat(CONTEXTS.snapped(tick + 5, 6)).isEqualTo(32_768);
        assertThat(CONTEXTS.snapped(tick + 7, 6)).isGreaterThan(32_768);
        assertThat(CONTEXTS.snapped(94, 6)).isZero();
    }

    @Property(tries = 500)
    void placesComeBackFromTheirX(@ForAll @DoubleRange(min = 0, max = 131_072) double tokens) {
        assertThat(CONTEXTS.at(CONTEXTS.x(tokens))).isCloseTo(tokens, within(1e-6 * Math.max(tokens, 1)));
    }

    @Property(tries = 500)
    void moreTokensAreFurtherRight(
            @ForAll @DoubleRange(min = 0, max = 131_072) double one,
            @ForAll @DoubleRange(min = 0, max = 131_072) double other) {
        assertThat(Double.compare(CONTEXTS.x(one), CONTEXTS.x(other))).isEqualTo(Double.compare(one, other));
    }

    @Property(tries = 200)
    void zoomKeepsEveryPlace(@ForAll @DoubleRange(min = 0, max = 131_072) double tokens) {
        assertThat(CONTEXTS.scaled(1.5).x(tokens)).isCloseTo(1.5 * CONTEXTS.x(tokens), within(1e-9));
    }
}
