package org.tonari.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import org.tonari.viewmodel.background.Pulse;

/// The toolkit's frame clock. Ticks only while somebody waits for it. May be made before there is a toolkit.
final class FramePulse implements Pulse {
    private final List<Runnable> waiting = new ArrayList<>();
    private Optional<AnimationTimer> timer = Optional.empty();

    @Override
    public void next(Runnable work) {
        waiting.add(work);
        if (timer.isEmpty()) {
            timer = Optional.of(new Ticks());
        }
        timer.get().start();
    }

    private final class Ticks extends AnimationTimer {
        @Override
        public void handle(long now) {
            List<Runnable> due = List.copyOf(waiting);
            waiting.clear();
            stop();
            due.forEach(Runnable::run);
        }
    }
}
