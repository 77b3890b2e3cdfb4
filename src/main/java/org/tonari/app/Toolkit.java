package org.tonari.app;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javafx.application.Platform;

/// Runs work on the UI thread; starts a toolkit without a display where none runs.
final class Toolkit {
    private static boolean started;

    private Toolkit() {}

    /// Says that a window's toolkit already runs.
    static synchronized void isRunning() {
        started = true;
    }

    /// @return what the work answers, on whatever thread this is called
    static <T> T call(Callable<T> work) {
        if (started && Platform.isFxApplicationThread()) {
            return direct(work);
        }
        startWithoutDisplay();
        var answer = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                answer.complete(work.call());
            } catch (Exception failure) {
                answer.completeExceptionally(failure);
            }
        });
        try {
            return answer.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("drawing failed", failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("drawing was interrupted", interrupted);
        }
    }

    private static <T> T direct(Callable<T> work) {
        try {
            return work.call();
        } catch (Exception failure) {
            throw new IllegalStateException("drawing failed", failure);
        }
    }

    private static synchronized void startWithoutDisplay() {
        if (started) {
            return;
        }
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        Rendering.settle();
        Platform.setImplicitExit(false);
        started = true;
        var running = new CompletableFuture<Void>();
        try {
            Platform.startup(() -> running.complete(null));
        } catch (IllegalStateException _) {
            // Somebody else started it, which serves as well.
            return;
        }
        running.join();
    }
}
