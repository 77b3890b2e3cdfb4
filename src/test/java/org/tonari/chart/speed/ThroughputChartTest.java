package org.tonari.chart.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.tonari.chart.Collectable;
import org.tonari.chart.FxThread;
import org.tonari.chart.Mark;
import org.tonari.chart.ShownChart;
import org.tonari.chart.memory.MemoryStackChartTest;
import org.tonari.chart.memory.SevenMachines;

class ThroughputChartTest {
    private static final int WIDTH = 1024;
    private static final int HEIGHT = 194;

    @Test
    void everyMachineHasItsColour() throws Exception {
        var colours = FxThread.call(() -> shown(chart()).colours());

        assertThat(colours).contains(0x0B6B2B, 0x332288, 0xA03A90, 0x882255, 0x77681A, 0x0969DA);
    }

    @Test
    void nothingIsCutOffAtTheEdges() throws Exception {
        var picture = FxThread.call(() -> {
            ThroughputChart chart = chart();
            chart.setScrub(131_072);
            return shown(chart).picture();
        });

        assertThat(MemoryStackChartTest.isBlankRound(picture)).isTrue();
    }

    @Test
    void draggingTheLineSnapsToPowersOfTwo() throws Exception {
        FxThread.call(() -> {
            ThroughputChart chart = chart();
            ShownChart shown = shown(chart);
            ContextAxis axis = chart.getContextAxis();
            chart.setHovered(new Mark.Point("built", 32_768));
            shown.grab(axis.x(32_768) + 3, 60);
            assertThat(chart.isScrubbing()).isTrue();
            assertThat(chart.getHovered()).isEqualTo(Mark.NONE);
            shown.drag(axis.x(65_536) + 5, 60, false);
            assertThat(chart.getScrub()).isEqualTo(65_536);
            shown.drag(axis.x(65_536) + 5, 60, true);
            assertThat(chart.getScrub()).isGreaterThan(65_536);
            shown.release(axis.x(65_536) + 5, 60);
            assertThat(chart.isScrubbing()).isFalse();
            return chart;
        });
    }

    @Test
    void pressingElsewhereDoesNotMoveTheLine() throws Exception {
        double scrub = FxThread.call(() -> {
            ThroughputChart chart = chart();
            ShownChart shown = shown(chart);
            shown.grab(300, 60);
            shown.drag(400, 60, false);
            return chart.getScrub();
        });

        assertThat(scrub).isEqualTo(32_768);
    }

    @Test
    void theVerticalAxisHoldsStillWhileDragging() throws Exception {
        FxThread.call(() -> {
            ThroughputChart chart = chart();
            ShownChart shown = shown(chart);
            chart.setHovered(new Mark.Point("built", 32_768));
            shown.settle();
            double before = chart.getHoveredBounds().getMinY();
            chart.setScrubbing(true);
            chart.setCurves(List.of(SevenCurves.curves().get(5)));
            shown.settle();
            assertThat(chart.getHoveredBounds().getMinY()).isCloseTo(before, within(1e-6));
            chart.setScrubbing(false);
            shown.settle();
            assertThat(chart.getHoveredBounds().getMinY()).isLessThan(before - 20);
            return chart;
        });
    }

    @Test
    void theSliderSharesTheAxis() throws Exception {
        ContextAxis axis = FxThread.call(() -> {
            ThroughputChart chart = chart();
            shown(chart);
            return chart.getContextAxis();
        });

        assertThat(axis.x(1024)).isEqualTo(134);
        assertThat(axis.x(131_072)).isEqualTo(848);
    }

    @Test
    void theMouseFindsTheNearestCurveAndTheRings() throws Exception {
        FxThread.call(() -> {
            ThroughputChart chart = chart();
            ShownChart shown = shown(chart);
            ContextAxis axis = chart.getContextAxis();
            chart.setHovered(new Mark.Point("studio", 5000));
            shown.settle();
            double y = chart.getHoveredBounds().getCenterY();
            shown.move(axis.x(5000), y + 4);
            assertThat(chart.getHovered()).isEqualTo(new Mark.Point("studio", 5000));
            chart.setHovered(new Mark.Measurement("spark", 2));
            shown.settle();
            shown.move(
                    chart.getHoveredBounds().getCenterX() + 2,
                    chart.getHoveredBounds().getCenterY());
            assertThat(chart.getHovered()).isEqualTo(new Mark.Measurement("spark", 2));
            return chart;
        });
    }

    @Test
    void arrowsWalkFromCurveToCurveAndFromTickToTick() throws Exception {
        FxThread.call(() -> {
            ThroughputChart chart = chart();
            ShownChart shown = shown(chart);
            shown.press(KeyCode.DOWN);
            assertThat(chart.getHovered()).isEqualTo(new Mark.Point("studio", 32_768));
            shown.press(KeyCode.DOWN, KeyCode.LEFT);
            assertThat(chart.getHovered()).isEqualTo(new Mark.Point("max", 16_384));
            shown.press(KeyCode.HOME);
            assertThat(chart.getHovered()).isEqualTo(new Mark.Point("max", 0));
            shown.press(KeyCode.END, KeyCode.ENTER);
            assertThat(chart.getSelection()).isEqualTo(new Mark.Point("max", 131_072));
            assertThat(chart.getAccessibleText()).startsWith("MBP M4 Max, 31 tokens");
            return chart;
        });
    }

    @Test
    void aPinnedCurveIsDrawnOnlyWhereItDiffers() throws Exception {
        FxThread.call(() -> {
            ThroughputChart chart = chart();
            ShownChart shown = shown(chart);
            int[] before = pixels(shown);
            chart.setPins(List.of(new PinnedCurve("A", SevenMachines.SPARK, SevenCurves.points(58, 24, 131_072))));
            assertThat(pixels(shown)).isEqualTo(before);
            chart.setPins(List.of(new PinnedCurve("A", SevenMachines.SPARK, SevenCurves.points(68, 34, 131_072))));
            assertThat(pixels(shown)).isNotEqualTo(before);
            return chart;
        });
    }

    @Test
    void itCanBeCollectedOnceItIsRemoved() throws Exception {
        assertThat(Collectable.afterRemoval(ThroughputChartTest::chart)).isTrue();
    }

    private static int[] pixels(ShownChart shown) {
        var image = shown.picture();
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return pixels;
    }

    private static ThroughputChart chart() {
        var chart = new ThroughputChart();
        chart.setText(SevenCurves.text());
        chart.setCurves(SevenCurves.curves());
        chart.setTarget(new SpeedTarget.AtLeast(20, "target 20"));
        chart.setFocusedMachine("spark");
        return chart;
    }

    private static ShownChart shown(ThroughputChart chart) {
        return new ShownChart(chart, WIDTH, HEIGHT);
    }
}
