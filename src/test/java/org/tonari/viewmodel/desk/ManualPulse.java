package org.tonari.viewmodel.desk;

import java.util.ArrayList;
import java.util.List;
import org.tonari.viewmodel.background.Pulse;

/// A frame clock that ticks when the test says so.
public final class ManualPulse implements Pulse {
    private final List<Runnable> waiting = new ArrayList<>();

    @Override
    public void next(Runnable work) {
        waiting.add(work);
    }

    /// Runs what waits for the next frame.
    ///
    /// @return how many pieces of work that was
    public int tick() {
        List<Runnable> due = List.copyOf(waiting);
        waiting.clear();
        due.forEach(Runnable::run);
        return due.size();
    }
}
