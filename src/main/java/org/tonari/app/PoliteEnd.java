package org.tonari.app;

import java.util.concurrent.atomic.AtomicBoolean;

/// What a window leaves for the next run is kept once: when it is closed, or when the system asks the process to end,
/// as
/// it does when somebody logs out (SIGTERM), closes the terminal (SIGHUP) or presses Ctrl+C in it (SIGINT).
///
/// A process that is killed keeps nothing: the next start takes it for one that stopped unexpectedly. Where the process
/// is asked, the toolkit stops drawing at the same moment, so nothing may wait for the UI thread then.
final class PoliteEnd {
    private final AtomicBoolean begun = new AtomicBoolean();
    private final Runnable keep;

    /// @param keep writes what the next run shall find, on whatever thread it is called
    PoliteEnd(Runnable keep) {
        this.keep = keep;
    }

    /// Keeps also where nobody closes the window.
    void watch() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::now, "tonari-end"));
    }

    /// The window was closed, or the process ends once this returns.
    void now() {
        if (begun.compareAndSet(false, true)) {
            keep.run();
        }
    }

    /// @return whether the end has come: what fails from now on is no fault
    boolean isBegun() {
        return begun.get();
    }
}
