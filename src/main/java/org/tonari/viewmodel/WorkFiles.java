package org.tonari.viewmodel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tonari.profiles.Catalogue;
import org.tonari.profiles.Reading;
import org.tonari.profiles.work.Work;
import org.tonari.profiles.work.WorkReader.Opened;

/// Reads and writes saved comparisons; given by whoever builds the window. Methods may be called from a background
/// thread.
public interface WorkFiles {
    /// What is kept between two runs of the program, whether it ended well or not.
    ///
    /// @param work   what was on screen
    /// @param file   where it was opened from or last saved to, if anywhere
    /// @param recent files used lately, the newest first
    /// @param ending whether the window was closed since
    record Session(Work work, Optional<Path> file, List<Path> recent, Ending ending) {
        public Session {
            recent = List.copyOf(recent);
        }
    }

    /// How a run of the program ended.
    enum Ending {
        /// It has not; or it stopped without closing the window.
        OPEN,
        CLOSED
    }

    /// @return what the file holds, or why it cannot be understood
    Reading<Opened> read(Path file);

    /// Writes a file, whole or not at all.
    ///
    /// @param profiles knows the profiles of the comparison
    /// @throws IOException where the file cannot be written
    void write(Work work, Catalogue profiles, Path file) throws IOException;

    /// Keeps a session for the next run, whole or not at all.
    ///
    /// @param profiles knows the profiles of the comparison
    /// @throws IOException where it cannot be written
    void keep(Session session, Catalogue profiles) throws IOException;
}
