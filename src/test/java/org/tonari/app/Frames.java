package org.tonari.app;

import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;

/// Frames of the toolkit, counted.
final class Frames {
    private Frames() {}

    /// Waits until so many frames have been drawn; not to be called on the UI thread.
    static void pass(int count) {
        var passed = new CompletableFuture<Void>();
        Platform.runLater(() -> after(count, () -> passed.complete(null)));
        passed.join();
    }

    /// Runs something after so many frames; on the UI thread.
    static void after(int count, Runnable then) {
        new FramePulse().next(() -> {
            if (count == 0) {
                then.run();
            } else {
                after(count - 1, then);
            }
        });
    }
}
