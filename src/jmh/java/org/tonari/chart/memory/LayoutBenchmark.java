package org.tonari.chart.memory;

import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.tonari.chart.EvenRuler;

/// What laying out the seven machines' memory costs.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LayoutBenchmark {
    private final MemoryFrame frame = new MemoryFrame(1_024, 231, 7);

    /// @return where each part and label goes
    @Benchmark
    public Object memoryLayout() {
        return StackLayout.of(SevenMachines.columns(), frame, ScaleMode.SAME_SCALE, Set.of(), new EvenRuler());
    }
}
