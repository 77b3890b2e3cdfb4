package org.tonari.app;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// Keeps what the window can do without until its first frame stands, then does one part between two frames.
///
/// UI thread only.
final class FirstFrame extends AnimationTimer implements Consumer<Runnable> {
    private static final int DRAWN = 2;

    private final Deque<Runnable> parts = new ArrayDeque<>();
    private int frames;

    @Override
    public void accept(Runnable part) {
        if (frames < DRAWN) {
            parts.add(part);
        } else {
            part.run();
        }
    }

    /// The toolkit asks for the second frame once it has handed the first to the renderer.
    @Override
    public void handle(long now) {
        frames++;
        if (frames >= DRAWN && !parts.isEmpty()) {
            Platform.runLater(parts.remove());
        }
        if (frames >= DRAWN && parts.isEmpty()) {
            stop();
        }
    }
}
