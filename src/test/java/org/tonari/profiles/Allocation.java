package org.tonari.profiles;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;

/// What an act allocates on its own thread.
public final class Allocation {
    /// The most that one damaged input may make a reader allocate.
    public static final long MOST_FOR_ONE_INPUT = 256L << 20;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allocation() {}

    /// @param result what the act answered
    /// @param bytes  what it allocated, freed or not
    public record Measured<T>(T result, long bytes) {}

    public static <T> Measured<T> of(Supplier<T> act) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        T result = act.get();
        return new Measured<>(result, THREADS.getCurrentThreadAllocatedBytes() - before);
    }
}
