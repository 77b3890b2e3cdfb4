package org.tonari.profiles.gguf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// What reading a GGUF file's header costs, on a file of a real shape whose weights are a hole.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class HeaderBenchmark {
    private Path file = Path.of("");

    /// @throws IOException where no temporary file can be made
    @Setup
    public void write() throws IOException {
        file = GgufFiles.write("llama-3.1-8b-like-q4-k", Files.createTempDirectory("gguf-benchmark"));
    }

    /// @throws IOException where it cannot be deleted
    @TearDown
    public void delete() throws IOException {
        Files.delete(file);
        Files.delete(file.getParent());
    }

    /// From the open file to the model.
    ///
    /// @return the model, so that it is not optimised away
    @Benchmark
    public Object model() {
        return GgufModels.read(file);
    }
}
