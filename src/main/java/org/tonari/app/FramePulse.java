package org.tonari.app;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.AnimationTimer;
import org.tonari.viewmodel.Pulse;

/// The toolkit's frame clock. Ticks only while somebody waits for it.
final class FramePulse implements Pulse {
    private final List<Runnable> waiting = new ArrayList<>();
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            List<Runnable> due = List.copyOf(waiting);
            waiting.clear();
            stop();
            due.forEach(Runnable::run);
        }
    };

    @Override
    public void next(Runnable work) {
        waiting.add(work);
        timer.start();
    }
}
