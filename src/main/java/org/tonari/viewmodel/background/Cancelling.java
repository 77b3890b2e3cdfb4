package org.tonari.viewmodel.background;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;

/// The watch of one piece of work that a person may end.
public final class Cancelling implements Watch {
    private final UiThread uiThread;
    private final BiConsumer<String, Long> progress;
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final AtomicReference<Runnable> end = new AtomicReference<>(() -> {});

    /// @param progress is told on the UI thread
    public Cancelling(UiThread uiThread, BiConsumer<String, Long> progress) {
        this.uiThread = uiThread;
        this.progress = progress;
    }

    /// Ends the work, also where it has not begun yet.
    public void cancel() {
        cancelled.set(true);
        Optional.ofNullable(end.get()).ifPresent(Runnable::run);
    }

    @Override
    public void at(String what, long bytes) {
        uiThread.later(() -> {
            if (!cancelled.get()) {
                progress.accept(what, bytes);
            }
        });
    }

    @Override
    public void onCancel(Runnable ending) {
        end.set(ending);
        if (cancelled.get()) {
            ending.run();
        }
    }
}
