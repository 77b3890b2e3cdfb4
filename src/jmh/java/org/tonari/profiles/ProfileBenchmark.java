package org.tonari.profiles;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.infra.Blackhole;

/// What reading the shipped profiles costs.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ProfileBenchmark {
    /// Lists the profiles and reads one machine, as a short command does.
    ///
    /// @return the machine, so that it is not optimised away
    @Benchmark
    public Object oneMachine() {
        return Catalogue.open(List.of()).machine("dgx-spark");
    }

    /// Reads everything that the window offers.
    ///
    /// @param hole takes the profiles
    @Benchmark
    public void everything(Blackhole hole) {
        Catalogue catalogue = Catalogue.open(List.of());
        hole.consume(catalogue.machines());
        hole.consume(catalogue.models());
        hole.consume(catalogue.weights());
        hole.consume(catalogue.caches());
        hole.consume(catalogue.runtimes());
        hole.consume(catalogue.calibration());
        hole.consume(catalogue.measurements());
    }
}
