package org.tonari.viewmodel.background;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Slow work of which only the newest request matters: an answer that was overtaken is dropped.
///
/// Requests are made on the UI thread and answers arrive there; the work itself runs on the executor and must be given
/// immutable input.
///
/// @param <T> what the work answers
public final class LatestTask<T> {
    private final Executor background;
    private final UiThread uiThread;
    private long generation;

    /// @param background runs the work
    /// @param uiThread   brings its answer back
    public LatestTask(Executor background, UiThread uiThread) {
        this.background = background;
        this.uiThread = uiThread;
    }

    /// Starts work and forgets whatever was asked before.
    ///
    /// @param work    what to do, on the executor
    /// @param done    takes the answer, on the UI thread, unless something newer was requested
    /// @param trouble takes a failure, likewise
    public void request(Callable<T> work, Consumer<T> done, Consumer<Exception> trouble) {
        long mine = ++generation;
        background.execute(() -> {
            try {
                T answer = work.call();
                deliver(mine, () -> done.accept(answer));
            } catch (Exception failure) {
                deliver(mine, () -> trouble.accept(failure));
            }
        });
    }

    /// Drops the answer of whatever is under way.
    public void cancel() {
        generation++;
    }

    private void deliver(long mine, Runnable answer) {
        uiThread.later(() -> {
            if (mine == generation) {
                answer.run();
            }
        });
    }
}
