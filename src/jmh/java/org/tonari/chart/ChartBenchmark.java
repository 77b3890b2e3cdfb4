package org.tonari.chart;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.tonari.chart.memory.MemoryStackChart;
import org.tonari.chart.memory.SevenMachines;
import org.tonari.chart.speed.SevenCurves;
import org.tonari.chart.speed.ThroughputChart;

/// What painting the seven machines costs, with the software renderer and without a display.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Dglass.platform=Headless", "-Dprism.order=sw", "--enable-native-access=ALL-UNNAMED"})
public class ChartBenchmark {
    private static final double WIDTH = 1_024;
    private static final double HEIGHT = 231;

    private ShownChart memory;
    private ShownChart speed;

    /// @throws Exception where the toolkit does not start
    @Setup
    public void show() throws Exception {
        memory = FxThread.call(() -> {
            var chart = new MemoryStackChart();
            chart.setStacks(SevenMachines.columns());
            return new ShownChart(chart, WIDTH, HEIGHT);
        });
        speed = FxThread.call(() -> {
            var chart = new ThroughputChart();
            chart.setText(SevenCurves.text());
            chart.setCurves(SevenCurves.curves());
            return new ShownChart(chart, WIDTH, HEIGHT);
        });
    }

    /// @return the painted memory stacks
    /// @throws Exception where painting fails
    @Benchmark
    public Object memoryPaint() throws Exception {
        return FxThread.call(memory::picture);
    }

    /// @return the painted curves
    /// @throws Exception where painting fails
    @Benchmark
    public Object speedPaint() throws Exception {
        return FxThread.call(speed::picture);
    }
}
