package org.tonari.chart.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import javafx.geometry.Bounds;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tonari.chart.Collectable;
import org.tonari.chart.FxThread;
import org.tonari.chart.Mark;
import org.tonari.chart.MemoryPart;
import org.tonari.chart.ShownChart;

public class MemoryStackChartTest {
    private static final int WIDTH = 1024;
    private static final int HEIGHT = 231;
    private static final int OS = 0x7F7F7F;
    private static final int WEIGHTS = 0x0072B2;
    private static final int CACHE = 0xE69F00;
    private static final int ACTIVATIONS = 0x56B4E9;
    private static final int OVER = 0xD55E00;

    @Test
    void everyPartHasItsColourInLightAndInDark() throws Exception {
        var light = FxThread.call(() -> shown(chart()).colours());
        var dark = FxThread.call(() -> new ShownChart(chart(), WIDTH, HEIGHT, "dark").colours());

        assertThat(light).contains(OS, WEIGHTS, CACHE, ACTIVATIONS, OVER, 0xFFFFFF, 0xF6F8FA);
        assertThat(dark).contains(OS, WEIGHTS, CACHE, ACTIVATIONS, OVER, 0x0D1117, 0x161B22);
    }

    @ParameterizedTest
    @EnumSource(ScaleMode.class)
    void nothingIsCutOffAtTheEdges(ScaleMode mode) throws Exception {
        WritableImage picture = FxThread.call(() -> {
            MemoryStackChart chart = chart();
            chart.setScaleMode(mode);
            return shown(chart).picture();
        });

        assertThat(isBlankRound(picture)).isTrue();
    }

    public static boolean isBlankRound(WritableImage picture) {
        PixelReader pixels = picture.getPixelReader();
        int ground = pixels.getArgb(0, 0);
        int right = (int) picture.getWidth() - 1;
        int bottom = (int) picture.getHeight() - 1;
        for (int x = 0; x <= right; x++) {
            if (pixels.getArgb(x, 0) != ground || pixels.getArgb(x, bottom) != ground) {
                return false;
            }
        }
        for (int y = 0; y <= bottom; y++) {
            if (pixels.getArgb(0, y) != ground || pixels.getArgb(right, y) != ground) {
                return false;
            }
        }
        return true;
    }

    @Test
    void theOthersTurnPaleWhileOneMachineIsPointedAt() throws Exception {
        int pixel = FxThread.call(() -> {
            MemoryStackChart chart = chart();
            ShownChart shown = shown(chart);
            chart.setHovered(new Mark.Part("gx10", 0, MemoryPart.WEIGHTS));
            shown.settle();
            Bounds weights = chart.getHoveredBounds();
            chart.setHovered(new Mark.Whole("studio"));
            return shown.picture().getPixelReader().getArgb((int) weights.getMinX() + 3, (int) weights.getMinY() + 4)
                    & 0xFFFFFF;
        });

        // 35 % of #0072B2 over 35 % of the field's #F6F8FA over white.
        assertThat(pixel).isEqualTo(0xA4CCE3);
    }

    @Test
    void arrowsWalkThroughColumnsAndPartsAndEnterSelects() throws Exception {
        var selected = new ArrayList<Mark>();

        FxThread.call(() -> {
            MemoryStackChart chart = chart();
            chart.setOnSelect(selected::add);
            ShownChart shown = shown(chart);
            shown.press(KeyCode.RIGHT);
            assertThat(chart.getHovered()).isEqualTo(new Mark.Whole("spark"));
            shown.press(KeyCode.RIGHT);
            assertThat(chart.getHovered()).isEqualTo(new Mark.Whole("gx10"));
            shown.press(KeyCode.DOWN, KeyCode.DOWN, KeyCode.DOWN);
            assertThat(chart.getHovered()).isEqualTo(new Mark.Part("gx10", 0, MemoryPart.ACTIVATIONS));
            assertThat(chart.getAccessibleText()).isEqualTo("Ascent GX10, Activations, 1.6 gibibytes");
            shown.press(KeyCode.DOWN, KeyCode.ENTER);
            assertThat(chart.getSelection()).isEqualTo(new Mark.Part("gx10", 0, MemoryPart.KV_CACHE));
            shown.press(KeyCode.ESCAPE);
            assertThat(chart.getHovered()).isEqualTo(Mark.NONE);
            return chart;
        });

        assertThat(selected).containsExactly(new Mark.Part("gx10", 0, MemoryPart.KV_CACHE));
    }

    @Test
    void aThinPartCanBeHitWithTheMouse() throws Exception {
        Mark clicked = FxThread.call(() -> {
            MemoryStackChart chart = chart();
            ShownChart shown = shown(chart);
            chart.setHovered(new Mark.Part("spark", 0, MemoryPart.KV_CACHE));
            shown.settle();
            Bounds cache = chart.getHoveredBounds();
            shown.click(cache.getCenterX(), cache.getCenterY());
            return chart.getSelection();
        });

        assertThat(clicked).isEqualTo(new Mark.Part("spark", 0, MemoryPart.KV_CACHE));
    }

    @Test
    void zoomEnlargesBoundsToo() throws Exception {
        FxThread.call(() -> {
            MemoryStackChart chart = chart();
            chart.setZoom(2);
            ShownChart shown = new ShownChart(chart, 2 * WIDTH, 2 * HEIGHT);
            chart.setHovered(new Mark.Part("spark", 0, MemoryPart.WEIGHTS));
            shown.settle();
            assertThat(chart.getHoveredBounds().getMinX()).isEqualTo(2 * MemoryFrame.LEFT);
            return chart;
        });
    }

    @Test
    void aScreenReaderHearsTheSummaryWhileNothingIsPointedAt() throws Exception {
        String heard = FxThread.call(() -> {
            MemoryStackChart chart = chart();
            chart.setSummary("Memory of seven machines");
            shown(chart);
            return chart.getAccessibleText();
        });

        assertThat(heard).isEqualTo("Memory of seven machines");
    }

    @Test
    void itCanBeCollectedOnceItIsRemoved() throws Exception {
        assertThat(Collectable.afterRemoval(MemoryStackChartTest::chart)).isTrue();
    }

    private static MemoryStackChart chart() {
        var chart = new MemoryStackChart();
        chart.setStacks(SevenMachines.columns());
        return chart;
    }

    private static ShownChart shown(MemoryStackChart chart) {
        return new ShownChart(chart, WIDTH, HEIGHT);
    }
}
