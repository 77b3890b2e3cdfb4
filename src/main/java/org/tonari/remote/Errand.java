package org.tonari.remote;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.tonari.remote.RemoteException.Reason;

/// One thing that a person asked for: says how far it is, ends when it is cancelled or takes too long. Thread-safe; one
/// thread works on it, any may cancel it.
public final class Errand {
    private final Progress progress;
    private final long deadline;
    private final CountDownLatch cancelled = new CountDownLatch(1);
    private volatile @Nullable CompletableFuture<?> waiting;

    /// Is told how far an errand is, on the thread that works on it.
    @FunctionalInterface
    public interface Progress {
        /// @param what  what is read or done now, such as a file's name
        /// @param bytes how much of it is there
        void at(String what, long bytes);
    }

    /// @param progress is told how far it is
    /// @param most     how long all of it may take
    public Errand(Progress progress, Duration most) {
        this.progress = progress;
        this.deadline = System.nanoTime() + most.toNanos();
    }

    /// Ends the errand as soon as possible; whoever works on it gets a [RemoteException].
    public void cancel() {
        cancelled.countDown();
        CompletableFuture<?> future = waiting;
        if (future != null) {
            future.cancel(true);
        }
    }

    /// @return whether the person changed their mind
    public boolean isCancelled() {
        return cancelled.getCount() == 0;
    }

    /// Says how far it is.
    ///
    /// @throws RemoteException where the person changed their mind
    public void at(String what, long bytes) throws RemoteException {
        requireWanted();
        progress.at(what, bytes);
    }

    private void requireWanted() throws RemoteException {
        if (isCancelled()) {
            throw new RemoteException(Reason.CANCELLED, "cancelled");
        }
    }

    /// Waits for an answer.
    ///
    /// @param what how the answer is called in messages
    /// @param most how long it may take
    <T> T await(String what, CompletableFuture<T> future, Duration most) throws IOException {
        waiting = future;
        requireWanted();
        try {
            return future.get(Math.min(most.toNanos(), left()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            future.cancel(true);
            throw new RemoteException(Reason.TIMED_OUT, "{0} did not answer in time", what);
        } catch (CancellationException _) {
            throw new RemoteException(Reason.CANCELLED, "cancelled");
        } catch (InterruptedException _) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw new RemoteException(Reason.CANCELLED, "cancelled");
        } catch (ExecutionException failed) {
            requireWanted();
            throw understood(what, failed.getCause());
        } finally {
            waiting = null;
        }
    }

    /// Waits before another try.
    void pause(Duration time) throws RemoteException {
        try {
            if (cancelled.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
                requireWanted();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new RemoteException(Reason.CANCELLED, "cancelled");
        }
    }

    private long left() throws RemoteException {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
            throw new RemoteException(Reason.TIMED_OUT, "it took too long altogether");
        }
        return left;
    }

    private static RemoteException understood(String what, @Nullable Throwable cause) {
        if (cause instanceof RemoteException remote) {
            return remote;
        }
        if (cause instanceof HttpConnectTimeoutException
                || cause instanceof ConnectException
                || cause instanceof UnknownHostException) {
            return new RemoteException(
                    Reason.UNREACHABLE, "{0} cannot be reached; is this computer online, and the address right?", what);
        }
        if (cause instanceof HttpTimeoutException) {
            return new RemoteException(Reason.TIMED_OUT, "{0} did not answer in time", what);
        }
        if (cause instanceof SSLException) {
            return new RemoteException(Reason.UNREACHABLE, "{0} gives no certificate that this computer trusts", what);
        }
        return new RemoteException(Reason.CUT_OFF, "{0} ended the connection within its answer", what);
    }
}
