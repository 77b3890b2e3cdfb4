package org.tonari.viewmodel.background;

/// The frame clock.
@FunctionalInterface
public interface Pulse {
    /// Runs something once, on the UI thread, before the next frame is drawn.
    void next(Runnable work);
}
