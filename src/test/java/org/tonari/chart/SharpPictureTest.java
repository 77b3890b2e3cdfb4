package org.tonari.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.Test;
import org.tonari.chart.speed.SevenCurves;
import org.tonari.chart.speed.SpeedTarget;
import org.tonari.chart.speed.ThroughputChart;

class SharpPictureTest {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 200;
    private static final int CANVAS = 0xFFFFFF;
    private static final int GRID = 0xEAEEF2;

    @Test
    void gridLinesAreNotBlendedWithWhatStandsBesideThem() throws Exception {
        for (double scale : List.of(2.0, 4.0)) {
            WritableImage picture = FxThread.call(() -> SharpPicture.of(shown().root(), scale));

            assertThat(picture.getWidth()).isEqualTo(scale * WIDTH);
            assertThat(between(picture))
                    .as("at %s", scale)
                    .contains(GRID, CANVAS)
                    .hasSizeLessThanOrEqualTo(3);
        }
    }

    @Test
    void theScreenShowsTheSameAsBefore() throws Exception {
        List<Set<Integer>> colours = FxThread.call(() -> {
            ShownChart shown = shown();
            Set<Integer> before = shown.colours();
            SharpPicture.of(shown.root(), 2);
            return List.of(before, shown.colours());
        });

        assertThat(colours.getLast()).isEqualTo(colours.getFirst());
    }

    /// The colours on a line from the top to the bottom on which only grid lines stand, and the axis.
    private static Set<Integer> between(WritableImage picture) {
        var colours = new HashSet<Integer>();
        int x = (int) (picture.getWidth() * 0.475);
        for (int y = 0; y < picture.getHeight() * 0.85; y++) {
            colours.add(picture.getPixelReader().getArgb(x, y) & 0xFFFFFF);
        }
        return colours;
    }

    private static ShownChart shown() {
        var chart = new ThroughputChart();
        chart.setText(SevenCurves.text());
        chart.setTarget(new SpeedTarget.AtLeast(20, ""));
        chart.setScrub(1_024);
        return new ShownChart(chart, WIDTH, HEIGHT);
    }
}
