package org.tonari.viewmodel.background;

import java.util.concurrent.Executor;

/// Where slow work runs, and the way back.
///
/// @param executor runs the work
/// @param uiThread brings its answer back
public record Background(Executor executor, UiThread uiThread) {

    /// @return a line of work of which only the newest request matters
    public <T> LatestTask<T> newest() {
        return new LatestTask<>(executor, uiThread);
    }
}
