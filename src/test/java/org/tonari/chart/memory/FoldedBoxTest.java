package org.tonari.chart.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.tonari.chart.Box;

class FoldedBoxTest {
    private static final FoldedBox BOX = new FoldedBox(100, 200, 30, 128);

    @Test
    void oneAndAHalfFoldsAreAnL() {
        assertThat(BOX.between(0, 192)).containsExactly(new Box(100, 72, 30, 128), new Box(130, 136, 30, 64));
        assertThat(BOX.outline(192))
                .containsExactly(
                        new double[] {100, 200},
                        new double[] {100, 72},
                        new double[] {130, 72},
                        new double[] {130, 136},
                        new double[] {160, 136},
                        new double[] {160, 200});
    }

    @Test
    void fourWholeFoldsAreOneOutlineFourWidthsWide() {
        assertThat(BOX.columns(512)).isEqualTo(4);
        assertThat(BOX.outline(512)).hasSize(4).last().isEqualTo(new double[] {220, 200});
    }

    @Test
    void aFullColumnEndsInItself() {
        assertThat(BOX.endColumn(128)).isZero();
        assertThat(BOX.endY(128)).isEqualTo(72);
    }

    @Property(tries = 500)
    void areaIsMemory(
            @ForAll @DoubleRange(min = 0, max = 600) double one,
            @ForAll @DoubleRange(min = 0, max = 600) double other) {
        double from = Math.min(one, other);
        double to = Math.max(one, other);

        double area = BOX.between(from, to).stream()
                .mapToDouble(box -> box.width() * box.height())
                .sum();

        assertThat(area).isCloseTo((to - from) * 30, within(1e-6));
    }
}
