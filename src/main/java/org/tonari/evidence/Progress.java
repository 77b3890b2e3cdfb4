package org.tonari.evidence;

import java.util.concurrent.CancellationException;

/// Hears how far slow work has come.
@FunctionalInterface
public interface Progress {
    /// Nobody listens.
    Progress NONE = _ -> {};

    /// @param share done, from 0 to 1
    void at(double share);

    /// @param done of `all` steps
    /// @throws CancellationException where the thread was interrupted: nobody wants the result any longer
    default void step(int done, int all) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("the accuracy is no longer asked for");
        }
        at((double) done / all);
    }
}
