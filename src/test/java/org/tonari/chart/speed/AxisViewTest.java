package org.tonari.chart.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class AxisViewTest {
    private static final AxisSpan WHOLE = AxisSpan.contexts(131_072);
    private static final AxisView VIEW = new AxisView(WHOLE);

    @Test
    void thePlaceUnderThePointerStaysWhereItIs() {
        AxisSpan zoomed = VIEW.zoomed(WHOLE, 16_384, 2);

        double before = ContextAxis.between(WHOLE, 76, 848).x(16_384)
                - ContextAxis.between(WHOLE, 76, 848).first();
        double length = 848 - ContextAxis.between(WHOLE, 76, 848).first();
        assertThat(Math.log(16_384 / zoomed.min()) / Math.log(zoomed.max() / zoomed.min()))
                .isCloseTo(before / length, within(1e-9));
        assertThat(zoomed.octaves()).isCloseTo(3.5, within(1e-9));
    }

    @Test
    void zoomingEndsAtOneDoublingAndAtTheWhole() {
        AxisSpan near = VIEW.zoomed(WHOLE, 4_096, 1_000);

        assertThat(near.octaves()).isCloseTo(1, within(1e-9));
        assertThat(VIEW.zoomed(near, 4_096, 0.001)).isEqualTo(WHOLE);
    }

    @Test
    void panningNeverLeavesTheWholeAndOnlyItsStartHasASlot() {
        AxisSpan zoomed = VIEW.zoomed(WHOLE, 16_384, 2);

        assertThat(zoomed.start()).isEqualTo(AxisSpan.Start.FIRST_TICK);
        assertThat(VIEW.panned(zoomed, -20).min()).isEqualTo(1024);
        assertThat(VIEW.panned(zoomed, -20).start()).isEqualTo(AxisSpan.Start.EMPTY_SLOT);
        assertThat(VIEW.panned(zoomed, 20).max()).isEqualTo(131_072);
        assertThat(VIEW.panned(zoomed, 20).end()).isEqualTo(AxisSpan.End.LAST_TICK);
    }

    @Test
    void aPlaceOutsideComesIntoView() {
        AxisSpan zoomed = VIEW.zoomed(WHOLE, 131_072, 4);

        assertThat(zoomed.covers(4_096)).isFalse();
        assertThat(VIEW.revealing(zoomed, 4_096).covers(4_096.0 + 1)).isTrue();
        assertThat(VIEW.revealing(zoomed, 100_000)).isEqualTo(zoomed);
    }

    @Test
    void fewDoublingsHaveStepsBetweenThem() {
        var span = new AxisSpan(16_000, 50_000, AxisSpan.Start.FIRST_TICK, AxisSpan.End.OPEN);

        assertThat(ContextAxis.between(span, 76, 848).ticks())
                .containsExactly(
                        16_384.0, 20_480.0, 24_576.0, 28_672.0, 32_768.0, 36_864.0, 40_960.0, 45_056.0, 49_152.0);
    }

    @Test
    void aCurveIsCutWhereTheAxisEnds() {
        var points = List.of(new CurvePoint(1_024, 90, 100, 110), new CurvePoint(16_384, 45, 50, 55));
        var span = new AxisSpan(4_096, 8_192, AxisSpan.Start.FIRST_TICK, AxisSpan.End.OPEN);

        List<CurvePoint> visible = PlacedCurve.on(span, points);

        // Half and three quarters of the way between both on a logarithmic axis.
        assertThat(visible).extracting(CurvePoint::at).containsExactly(4_096.0, 8_192.0);
        assertThat(visible).extracting(CurvePoint::expected).containsExactly(75.0, 62.5);
    }
}
