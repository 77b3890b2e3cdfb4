package org.tonari.view.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ColumnWidthsTest {
    @Test
    void columnsAreAsWideAsTheirTextWhereThereIsRoom() {
        assertThat(ColumnWidths.of(List.of(40.0, 60.0), List.of(80.0, 300.0), 500))
                .containsExactly(80, 300);
    }

    @Test
    void theWiderColumnGivesUpMore() {
        // 500 wanted and 100 needed, 300 there: each keeps half of what it wants above its least.
        assertThat(ColumnWidths.of(List.of(50.0, 50.0), List.of(100.0, 400.0), 300))
                .containsExactly(75, 225);
    }

    @Test
    void belowTheLeastAllShrinkAlike() {
        assertThat(ColumnWidths.of(List.of(100.0, 300.0), List.of(100.0, 900.0), 200))
                .containsExactly(50, 150);
    }

    @Property
    void noTableIsWiderThanItsPlace(
            @ForAll @Size(min = 1, max = 8) List<@DoubleRange(min = 1, max = 500) Double> least,
            @ForAll @DoubleRange(min = 1, max = 2_000) double available) {
        List<Double> natural = least.stream().map(width -> width * 3).toList();

        double sum = Arrays.stream(ColumnWidths.of(least, natural, available)).sum();

        assertThat(sum)
                .isLessThanOrEqualTo(available + 1e-6)
                .isCloseTo(
                        Math.min(
                                available,
                                natural.stream().mapToDouble(width -> width).sum()),
                        within(1e-6));
    }
}
