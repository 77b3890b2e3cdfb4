package org.tonari.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import org.tonari.units.Bytes;
import org.tonari.units.BytesPerSecond;

/// Measures how fast all cores together read this computer's memory: what a decoding step does with the weights.
///
/// Each core sums its own array, too large for any cache, several times; the best round counts, as in STREAM
/// (https://www.cs.virginia.edu/stream/ref.html). The processor's view only: a graphics card's own memory is not read.
public final class BandwidthProbe {
    private static final int ROUNDS = 6;
    private static final long MOST_BYTES = 2 * Bytes.PER_GIB;
    private static final long LEAST_BYTES_A_CORE = 32 * Bytes.PER_MIB;
    private static final int CHUNK = 1 << 20;

    private final int cores;
    private final int longs;

    /// @param cores threads that read at once, at least 1
    /// @param free  memory that may be taken for it; no more than a quarter is
    public BandwidthProbe(int cores, Bytes free) {
        if (cores < 1) {
            throw new IllegalArgumentException("at least one core reads");
        }
        this.cores = cores;
        long all = Math.min(MOST_BYTES, free.count() / 4);
        this.longs = Math.toIntExact(Math.max(LEAST_BYTES_A_CORE, all / cores) / Long.BYTES);
    }

    /// @param progress  told the share done, from 0 to 1, on the calling thread
    /// @param cancelled asked now and then; nothing is answered once it says so
    /// @return the best rate of all rounds, or nothing where it was cancelled
    /// @throws InterruptedException where the calling thread is told to stop
    public Optional<BytesPerSecond> measure(DoubleConsumer progress, BooleanSupplier cancelled)
            throws InterruptedException {
        try (ExecutorService threads = Executors.newFixedThreadPool(cores)) {
            List<Reader> readers = new ArrayList<>();
            for (int i = 0; i < cores; i++) {
                readers.add(new Reader(longs, cancelled));
            }
            run(threads, readers);
            double best = 0;
            for (int round = 0; round < ROUNDS; round++) {
                progress.accept((double) round / ROUNDS);
                long start = System.nanoTime();
                run(threads, readers);
                double seconds = (System.nanoTime() - start) * 1e-9;
                if (cancelled.getAsBoolean()) {
                    return Optional.empty();
                }
                best = Math.max(best, (double) longs * Long.BYTES * cores / seconds);
            }
            progress.accept(1);
            return Optional.of(new BytesPerSecond(best));
        }
    }

    private static void run(ExecutorService threads, List<Reader> readers) throws InterruptedException {
        for (Future<Long> sum : threads.invokeAll(readers)) {
            try {
                sum.get();
            } catch (ExecutionException failed) {
                throw new IllegalStateException(failed.getCause());
            }
        }
    }

    /// Reads one array from end to end; the sum keeps the reading from being left out.
    private static final class Reader implements Callable<Long> {
        private final long[] numbers;
        private final BooleanSupplier cancelled;

        /// Written once, so that each page is there and near the thread that reads it.
        Reader(int longs, BooleanSupplier cancelled) {
            this.numbers = new long[longs];
            this.cancelled = cancelled;
            for (int i = 0; i < longs; i++) {
                numbers[i] = i;
            }
        }

        @Override
        public Long call() {
            long sum = 0;
            for (int from = 0; from < numbers.length && !cancelled.getAsBoolean(); from += CHUNK) {
                sum += sum(from, Math.min(from + CHUNK, numbers.length));
            }
            return sum;
        }

        private long sum(int from, int to) {
            long sum = 0;
            for (int i = from; i < to; i++) {
                sum += numbers[i];
            }
            return sum;
        }
    }
}
