package org.tonari.chart;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.tonari.chart.memory.MemoryColumn;
import org.tonari.chart.memory.MemoryStackChart;
import org.tonari.chart.memory.MemoryUnit;
import org.tonari.chart.memory.PartBox;
import org.tonari.chart.memory.PinnedStack;
import org.tonari.chart.memory.PoolBox;
import org.tonari.chart.memory.ScaleMode;
import org.tonari.chart.memory.SevenMachines;
import org.tonari.chart.speed.Curve;
import org.tonari.chart.speed.PinnedCurve;
import org.tonari.chart.speed.SevenCurves;
import org.tonari.chart.speed.SpeedTarget;
import org.tonari.chart.speed.ThroughputChart;
import org.tonari.units.Bytes;

/// Draws both charts to `target/gallery`, to be looked at. Not run by default:
///
/// `mvn test -Dtest=ChartGallery -Dgallery.font=Inter`
class ChartGallery {
    private static final Path FOLDER = Path.of(System.getProperty("project.directory", "."), "target", "gallery");

    enum Theme {
        LIGHT,
        DARK
    }

    @Test
    void drawsMemory() throws Exception {
        for (Theme theme : Theme.values()) {
            for (int zoom : new int[] {1, 2}) {
                write("memory-" + theme + "-" + zoom, theme, memory(), 1024, 231, zoom);
            }
        }
        MemoryStackChart fill = memory();
        fill.setScaleMode(ScaleMode.FILL_EACH);
        write("memory-fill", Theme.LIGHT, fill, 1024, 231, 2);
        MemoryStackChart marked = memory();
        marked.setSelection(new Mark.Part("spark", 0, MemoryPart.KV_CACHE));
        marked.setHovered(new Mark.Part("studio", 0, MemoryPart.WEIGHTS));
        marked.setPins(List.of(
                new PinnedStack("A", "spark", List.of(Bytes.ofGiB(78))),
                new PinnedStack("B", "spark", List.of(Bytes.ofGiB(76))),
                new PinnedStack("A", "studio", List.of(Bytes.ofGiB(200)))));
        write("memory-marked", Theme.LIGHT, marked, 1024, 231, 2);
        MemoryStackChart odd = memory();
        odd.setStacks(SevenMachines.oddities());
        write("memory-odd", Theme.LIGHT, odd, 1024, 231, 2);
        MemoryStackChart few = memory();
        few.setStacks(SevenMachines.columns().subList(4, 6));
        write("memory-few", Theme.LIGHT, few, 1024, 231, 1);
        MemoryStackChart decimal = memory();
        decimal.setUnit(new MemoryUnit("GB", 1_000_000_000, Long::toString));
        write("memory-decimal", Theme.DARK, decimal, 880, 231, 1);
        write("memory-large", Theme.DARK, memory(), 1600, 420, 1);
    }

    @Test
    void drawsSpeed() throws Exception {
        for (Theme theme : Theme.values()) {
            for (int zoom : new int[] {1, 2}) {
                write("speed-" + theme + "-" + zoom, theme, speed(), 1024, 194, zoom);
            }
        }
        ThroughputChart marked = speed();
        marked.setHovered(new Mark.Point("omen", 5000));
        marked.setScrub(120_000);
        marked.setPins(List.of(new PinnedCurve("A", SevenMachines.SPARK, SevenCurves.points(66, 32, 131_072))));
        write("speed-marked", Theme.LIGHT, marked, 1024, 194, 2);
        ThroughputChart full = speed();
        var curves = new ArrayList<>(SevenCurves.curves());
        curves.set(
                3,
                new Curve(
                        SevenMachines.STUDIO, SevenCurves.points(90, 36, 58_112), List.of(), Curve.End.OUT_OF_MEMORY));
        for (int i = 7; i < 14; i++) {
            curves.add(SevenCurves.curve(
                    SevenMachines.mark("m" + i, "Machine number " + i, "M" + i, i),
                    20 + 2 * i,
                    20 + 0.3 * i,
                    List.of()));
        }
        full.setCurves(curves);
        full.setScrub(11_000);
        full.setTarget(new SpeedTarget.AtLeast(40, "target 40"));
        write("speed-full", Theme.DARK, full, 1024, 194, 2);
        write("speed-large", Theme.LIGHT, speed(), 1664, 420, 1);
    }

    @Test
    void drawsJapanese() throws Exception {
        MemoryStackChart memory = memory();
        memory.setStacks(
                SevenMachines.columns().stream().map(ChartGallery::inJapanese).toList());
        write("memory-ja", Theme.LIGHT, memory, 1024, 231, 2);
    }

    private static MemoryColumn inJapanese(MemoryColumn column) {
        List<PoolBox> pools = column.pools().stream()
                .map(pool -> new PoolBox(
                        pool.name().replace("Host", "メインメモリ"),
                        pool.capacity(),
                        pool.capacityText(),
                        pool.limit(),
                        pool.parts().stream().map(ChartGallery::inJapanese).toList(),
                        pool.excess(),
                        pool.levels()))
                .toList();
        String verdict =
                switch (column.verdict()) {
                    case FITS -> "収まる";
                    case TIGHT -> "メインメモリへ";
                    case DOES_NOT_FIT -> "14.3 超過";
                    case UNKNOWN -> "不明";
                };
        return new MemoryColumn(
                column.machine(),
                column.verdict(),
                List.of(verdict),
                pools,
                column.rate(),
                column.rateUnit(),
                column.usage().replace(" of ", " / "),
                column.spoken());
    }

    private static PartBox inJapanese(PartBox part) {
        String name =
                switch (part.part()) {
                    case SYSTEM -> "OS";
                    case RUNTIME -> "実行環境";
                    case WEIGHTS -> "重み";
                    case KV_CACHE -> "KVキャッシュ";
                    case STATE -> "状態";
                    case ADAPTERS -> "アダプター";
                    case GRADIENTS -> "勾配";
                    case OPTIMISER -> "最適化";
                    case ACTIVATIONS -> "作業領域";
                    case OTHER -> "その他";
                    case SPARE -> "空き";
                    case KEPT_FREE -> "空けておく";
                };
        String note = part.note().isEmpty() ? "" : "21層分の\nエキスパート";
        return new PartBox(part.part(), part.size(), part.origin(), name, part.value(), note, part.spoken());
    }

    @Test
    void tellsFrameTimes() throws Exception {
        MemoryStackChart memory = memory();
        ThroughputChart speed = speed();
        write("timing-memory", Theme.LIGHT, memory, 1024, 231, 1);
        write("timing-speed", Theme.LIGHT, speed, 1024, 194, 1);
        for (CanvasControl chart : List.of(memory, speed)) {
            FxThread.call(() -> {
                var skin = (CanvasSkin<?>) chart.getSkin();
                for (int round = 0; round < 6; round++) {
                    long recording = 0;
                    long rendering = 0;
                    for (int i = 0; i < 60; i++) {
                        speed.setScrub(2000 + 300 * (i + round));
                        skin.markStale();
                        long start = System.nanoTime();
                        skin.layoutChildren(0, 0, 1024, chart.getHeight());
                        long recorded = System.nanoTime();
                        chart.snapshot(new SnapshotParameters(), null);
                        recording += recorded - start;
                        rendering += System.nanoTime() - recorded;
                    }
                    System.out.printf(
                            "GALLERY %s record %.2f ms, render with snapshot %.2f ms%n",
                            chart.getClass().getSimpleName(), recording / 60e6, rendering / 60e6);
                }
                return null;
            });
        }
    }

    private static ThroughputChart speed() throws Exception {
        return FxThread.call(() -> {
            var chart = new ThroughputChart();
            chart.setText(SevenCurves.text());
            chart.setCurves(SevenCurves.curves());
            chart.setTarget(new SpeedTarget.AtLeast(20, "target 20"));
            chart.setFocusedMachine("spark");
            return chart;
        });
    }

    private static MemoryStackChart memory() throws Exception {
        return FxThread.call(() -> {
            var chart = new MemoryStackChart();
            chart.setStacks(SevenMachines.columns());
            return chart;
        });
    }

    private static void write(String name, Theme theme, CanvasControl chart, double width, double height, int zoom)
            throws Exception {
        WritableImage image = FxThread.call(() -> {
            chart.setZoom(zoom);
            Pane root = new Pane(chart);
            root.setStyle("-fx-background-color: -chart-canvas; -fx-font-family: '"
                    + System.getProperty("gallery.font", "Inter") + "';");
            if (theme == Theme.DARK) {
                root.getStyleClass().add("dark");
            }
            var scene = new Scene(root, width * zoom, height * zoom);
            scene.getStylesheets().add(ChartStylesheet.location());
            chart.setPrefSize(width * zoom, height * zoom);
            root.applyCss();
            root.layout();
            chart.layout();
            return root.snapshot(new SnapshotParameters(), null);
        });
        Files.createDirectories(FOLDER);
        ImageIO.write(
                buffered(image),
                "png",
                FOLDER.resolve(name.toLowerCase(Locale.ROOT) + ".png").toFile());
    }

    static BufferedImage buffered(WritableImage image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                copy.setRGB(x, y, image.getPixelReader().getArgb(x, y));
            }
        }
        return copy;
    }
}
