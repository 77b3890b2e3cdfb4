package org.tonari.viewmodel.background;

/// The way from a background thread to the thread that owns the window.
@FunctionalInterface
public interface UiThread {
    /// Runs something on the UI thread, later. May be called from any thread.
    void later(Runnable work);
}
