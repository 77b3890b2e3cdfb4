package org.tonari.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LabelSolverTest {
    private static final double SPACING = 12.5;

    @Test
    void labelsWithRoomStayWhereTheyWantToBe() {
        double[] placed = LabelSolver.solve(new double[] {10, 40, 70}, SPACING, 0, 100);

        assertThat(placed).containsExactly(10, 40, 70);
    }

    @Test
    void twoAtOnePlaceMoveApartByHalfEach() {
        double[] placed = LabelSolver.solve(new double[] {50, 50}, SPACING, 0, 100);

        assertThat(placed).containsExactly(43.75, 56.25);
    }

    @Test
    void labelsAtTheEdgeMoveInside() {
        double[] placed = LabelSolver.solve(new double[] {98, 99, 100}, SPACING, 0, 100);

        assertThat(placed).containsExactly(75, 87.5, 100);
    }

    @Test
    void tallLabelsKeepMoreRoom() {
        double[] placed = LabelSolver.solve(new double[] {50, 50}, new double[] {25, 12.5}, 0, 100);

        assertThat(placed[1] - placed[0]).isCloseTo(18.75, within(1e-9));
    }

    @Test
    void tooManyShareTheRoomEvenly() {
        double[] placed = LabelSolver.solve(new double[] {5, 5, 5, 5}, SPACING, 0, 30);

        assertThat(placed).containsExactly(0, 10, 20, 30);
    }

    @Property(tries = 300)
    void labelsNeverOverlapAndKeepTheirOrder(
            @ForAll @Size(min = 1, max = 12) double @DoubleRange(min = 0, max = 200) [] wishes) {
        double[] wanted = wishes.clone();
        Arrays.sort(wanted);

        double[] placed = LabelSolver.solve(wanted, SPACING, 0, 200);

        for (int i = 0; i < placed.length; i++) {
            assertThat(placed[i]).isBetween(-1e-9, 200 + 1e-9);
            if (i > 0) {
                assertThat(placed[i] - placed[i - 1]).isGreaterThanOrEqualTo(SPACING - 1e-9);
            }
        }
    }
}
