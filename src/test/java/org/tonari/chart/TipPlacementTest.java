package org.tonari.chart;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import org.junit.jupiter.api.Test;

class TipPlacementTest {
    private static final Bounds WINDOW = new BoundingBox(0, 0, 1000, 600);
    private static final Bounds TIP = new BoundingBox(0, 0, 200, 100);

    @Test
    void aTipStandsRightOfItsMark() {
        assertThat(TipPlacement.beside(new BoundingBox(100, 300, 30, 10), TIP, WINDOW))
                .isEqualTo(new BoundingBox(142, 255, 200, 100));
    }

    @Test
    void itFlipsAtTheRightEdge() {
        assertThat(TipPlacement.beside(new BoundingBox(900, 300, 30, 10), TIP, WINDOW))
                .isEqualTo(new BoundingBox(688, 255, 200, 100));
    }

    @Test
    void itStaysInsideAtTheTop() {
        assertThat(TipPlacement.beside(new BoundingBox(100, 5, 30, 10), TIP, WINDOW)
                        .getMinY())
                .isZero();
    }

    @Test
    void aWideMarkHasItBelowOrAbove() {
        assertThat(TipPlacement.beside(new BoundingBox(50, 100, 900, 10), TIP, WINDOW)
                        .getMinY())
                .isEqualTo(122);
        assertThat(TipPlacement.beside(new BoundingBox(50, 580, 900, 10), TIP, WINDOW)
                        .getMaxY())
                .isEqualTo(568);
    }
}
