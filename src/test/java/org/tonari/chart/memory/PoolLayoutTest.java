package org.tonari.chart.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.tonari.chart.MemoryPart;

class PoolLayoutTest {
    private static final double PIXELS_PER_GIB = 1.2;
    private static final double SCALE = PIXELS_PER_GIB / (1L << 30);
    private static final FoldedBox FOLDED = new FoldedBox(0, 200, 30, 128 * PIXELS_PER_GIB);

    @Property(tries = 300)
    void leastHeightsLeaveTheTopOfTheStackWhereItIs(
            @ForAll @DoubleRange(min = 0.06, max = 8) double system,
            @ForAll @DoubleRange(min = 0.06, max = 8) double cache,
            @ForAll @DoubleRange(min = 40, max = 100) double weights) {
        List<PartBox> parts = SevenMachines.parts(SevenMachines.SPARK, system, 0.06, weights, cache, 0.06, "");

        double[] lengths = PoolLayout.lengths(parts, SCALE);

        double truth = (system + weights + cache + 2 * 0.06) * PIXELS_PER_GIB;
        assertThat(Arrays.stream(lengths).sum()).isCloseTo(truth, within(1e-6));
        assertThat(Arrays.stream(lengths).min().orElseThrow()).isGreaterThanOrEqualTo(PoolLayout.LEAST_PART);
    }

    @Test
    void aNegligiblePartTakesNoHeight() {
        double[] lengths =
                PoolLayout.lengths(SevenMachines.parts(SevenMachines.SPARK, 5, 0.04, 59, 1.2, 1.6, ""), SCALE);

        assertThat(lengths[1]).isZero();
    }

    @Test
    void anUnknownPartTakesTheRoomOfItsQuestionMark() {
        var unknown = new PartBox(MemoryPart.KV_CACHE, Size.UNKNOWN, "KV cache", "?", "unknown");

        assertThat(PoolLayout.lengths(List.of(unknown), SCALE)).containsExactly(PoolLayout.UNKNOWN_PART);
    }

    @Test
    void whatIsAboveTheLimitIsApart() {
        PlacedPool pool = placed(64, 54, 59);

        PlacedPart weights = part(pool, MemoryPart.WEIGHTS);
        assertThat(pool.isOver()).isTrue();
        assertThat(weights.within().getFirst().y()).isCloseTo(200 - 54 * PIXELS_PER_GIB, within(1e-6));
        assertThat(weights.over()).hasSize(1);
    }

    @Test
    void whatIsAboveTheLimitIsKeptFree() {
        PlacedPool pool = placed(128, 113.5, 59);

        assertThat(pool.isOver()).isFalse();
        assertThat(pool.keptFree().getFirst().bottom()).isCloseTo(200 - 113.5 * PIXELS_PER_GIB, within(1e-6));
    }

    private static PlacedPool placed(double capacity, double limit, double weights) {
        var pool = new PoolBox(
                "",
                SevenMachines.size(capacity),
                "",
                SevenMachines.size(limit),
                SevenMachines.parts(SevenMachines.MAX, 6, 0.5, weights, 1.2, 1.6, "45"),
                "",
                List.of());
        return PoolLayout.place("max", 0, pool, FOLDED, SCALE);
    }

    private static PlacedPart part(PlacedPool pool, MemoryPart kind) {
        return pool.parts().stream()
                .filter(part -> part.part().part() == kind)
                .findFirst()
                .orElseThrow();
    }
}
