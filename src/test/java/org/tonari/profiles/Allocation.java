package org.tonari.profiles;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;

/// What an act allocates on its own thread, and how long it keeps that thread's processor busy: on a loaded machine the
/// clock says nothing of the act.
public final class Allocation {
    /// The most that one damaged input may make a reader allocate.
    public static final long MOST_FOR_ONE_INPUT = 256L << 20;

    /// The longest that one damaged input may keep a reader busy.
    public static final long LONGEST_FOR_ONE_INPUT_NANOS = 2_000_000_000L;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allocation() {}

    /// @param result what the act answered
    /// @param bytes  what it allocated, freed or not
    /// @param nanos  of the processor's time
    public record Measured<T>(T result, long bytes, long nanos) {}

    public static <T> Measured<T> of(Supplier<T> act) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        long began = THREADS.getCurrentThreadCpuTime();
        T result = act.get();
        long nanos = THREADS.getCurrentThreadCpuTime() - began;
        return new Measured<>(result, THREADS.getCurrentThreadAllocatedBytes() - before, nanos);
    }
}
