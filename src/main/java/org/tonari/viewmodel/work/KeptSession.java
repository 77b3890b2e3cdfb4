package org.tonari.viewmodel.work;

import java.io.IOException;
import org.tonari.profiles.Catalogue;
import org.tonari.viewmodel.background.Background;
import org.tonari.viewmodel.background.LatestTask;
import org.tonari.viewmodel.window.Notice;
import org.tonari.viewmodel.window.NoticesViewModel;
import org.tonari.viewmodel.work.WorkFiles.Ending;
import org.tonari.viewmodel.work.WorkFiles.Mark;
import org.tonari.viewmodel.work.WorkFiles.Session;

/// The newest settled step, kept for the next run. UI thread only, but for [#close(Mark)].
final class KeptSession {
    private final WorkFiles files;
    private final NoticesViewModel notices;
    private final LatestTask<Session> keeping;
    private volatile Step newest;

    /// @param session  what is on screen
    /// @param profiles that hold for it
    record Step(Session session, Catalogue profiles) {}

    KeptSession(WorkFiles files, NoticesViewModel notices, Background background, Step first) {
        this.files = files;
        this.notices = notices;
        this.keeping = background.newest();
        this.newest = first;
    }

    /// Is to be kept once the window ends, if nothing comes after it.
    void note(Step step) {
        newest = step;
    }

    /// Is kept now, in the background.
    void keep(Step step) {
        note(step);
        keeping.request(
                () -> {
                    files.keep(step.session(), step.profiles());
                    return step.session();
                },
                _ -> {},
                failure -> notices.say(new Notice.NotSaved("session", String.valueOf(failure.getMessage()))));
    }

    /// Keeps the newest step as that of a window that was closed. Any thread.
    ///
    /// @param seen of the session's own file, as this window knows it
    void close(Mark seen) throws IOException {
        Step step = newest;
        Session last = step.session();
        files.keep(new Session(last.work(), last.file(), seen, last.recent(), Ending.CLOSED), step.profiles());
    }
}
