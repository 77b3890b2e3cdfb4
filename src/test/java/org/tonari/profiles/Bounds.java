package org.tonari.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntSupplier;

/// Holds the reading of damaged inputs within bounds of memory and time, and says how near it came.
public final class Bounds {
    private final String what;
    private int inputs;
    private int refusals;
    private long mostBytes;
    private long longestNanos;

    /// @param what is read
    public Bounds(String what) {
        this.what = what;
    }

    /// @param reading answers 1 for an input that was refused, 0 for one that was read
    public void hold(IntSupplier reading) {
        Allocation.Measured<Integer> read = Allocation.of(reading::getAsInt);
        assertThat(read.bytes()).as("bytes for input %s of %s", inputs, what).isLessThan(Allocation.MOST_FOR_ONE_INPUT);
        assertThat(read.nanos())
                .as("processor time for input %s of %s", inputs, what)
                .isLessThan(Allocation.LONGEST_FOR_ONE_INPUT_NANOS);
        inputs++;
        refusals += read.result();
        mostBytes = Math.max(mostBytes, read.bytes());
        longestNanos = Math.max(longestNanos, read.nanos());
    }

    /// @return how many inputs were refused
    public int refusals() {
        return refusals;
    }

    /// Prints how near the bounds it came.
    public void report() {
        System.out.printf(
                "%,d damaged %s: %,d refused; at most %.1f MiB and %.0f ms of processor time for one%n",
                inputs, what, refusals, mostBytes / 1048576.0, longestNanos / 1e6);
    }
}
