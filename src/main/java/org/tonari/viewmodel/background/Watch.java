package org.tonari.viewmodel.background;

/// How slow work outside of this computer is watched and ended. Methods may be called from any thread.
public interface Watch {
    /// Says how far the work is.
    ///
    /// @param what  what is read or done now
    /// @param bytes how much of it is there
    void at(String what, long bytes);

    /// @param end ends the work; called at once where the person has changed their mind already
    void onCancel(Runnable end);
}
