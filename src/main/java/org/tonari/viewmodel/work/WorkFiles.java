package org.tonari.viewmodel.work;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tonari.profiles.Catalogue;
import org.tonari.profiles.tree.Reading;
import org.tonari.profiles.work.Work;
import org.tonari.profiles.work.WorkReader.Opened;

/// Reads and writes saved comparisons; given by whoever builds the window. Methods may be called from a background
/// thread.
public interface WorkFiles {
    /// What is kept between two runs of the program, whether it ended well or not.
    ///
    /// @param work   what was on screen
    /// @param file   where it was opened from or last saved to, if anywhere
    /// @param seen   what stood in that file then
    /// @param recent files used lately, the newest first
    /// @param ending whether the window was closed since
    record Session(Work work, Optional<Path> file, Mark seen, List<Path> recent, Ending ending) {
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

    /// Tells what a file holds from what it held at another time, whenever that was.
    ///
    /// @param digest of all its bytes, or of why they cannot be read
    record Mark(String digest) {
        /// Of a file that does not exist.
        public static final Mark NOTHING = new Mark("");
    }

    /// @return what stands in a file now
    Mark mark(Path file);

    /// @return what the file holds, or why it cannot be understood
    Reading<Opened> read(Path file);

    /// Writes a file, whole or not at all.
    ///
    /// @param profiles knows the profiles of the comparison
    /// @return what stands in it now
    /// @throws IOException where the file cannot be written
    Mark write(Work work, Catalogue profiles, Path file) throws IOException;

    /// Keeps a session for the next run, whole or not at all.
    ///
    /// @param profiles knows the profiles of the comparison
    /// @throws IOException where it cannot be written
    void keep(Session session, Catalogue profiles) throws IOException;
}
