package org.tonari.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Where a window keeps its session, so that no two windows that run at once keep theirs in the same file.
///
/// The first window has `session.json`, the next `session-2.json`, and so on, and each goes on where the one of its
/// number stopped. A file beside it stays locked while the window runs; the system lets go of it however the process
/// ends.
///
/// @param file for the session
/// @param lock held while the window runs; none where the file system has no locks or too many windows run
record SessionPlace(Path file, Optional<FileLock> lock) implements AutoCloseable {
    private static final int MOST_WINDOWS = 32;

    /// Takes the place of a window that stopped without being closed, else the first that is free.
    ///
    /// @param folder  for sessions, made where it does not exist
    /// @param stopped whether a session's file is that of a window that was not closed
    static SessionPlace take(Path folder, Predicate<Path> stopped) {
        var free = new ArrayList<SessionPlace>();
        try {
            Files.createDirectories(folder);
            for (int number = 1; number <= MOST_WINDOWS && isWorthALook(folder, number, free); number++) {
                locked(folder, number).ifPresent(free::add);
            }
        } catch (IOException | UnsupportedOperationException _) {
            // Without locks every window keeps the same session, as well as it can.
        }
        SessionPlace taken = free.stream()
                .filter(place -> stopped.test(place.file()))
                .findFirst()
                .orElseGet(() -> free.stream().findFirst().orElseGet(() -> shared(folder)));
        free.stream().filter(place -> place != taken).forEach(SessionPlace::close);
        return taken;
    }

    /// @return the place of every window that runs without locks
    static SessionPlace shared(Path folder) {
        return new SessionPlace(file(folder, 1), Optional.empty());
    }

    /// @return the session of the window that was opened first
    Path first() {
        return file.resolveSibling(name(1) + ".json");
    }

    private static boolean isWorthALook(Path folder, int number, List<SessionPlace> free) {
        return free.isEmpty() || Files.exists(file(folder, number));
    }

    private static Optional<SessionPlace> locked(Path folder, int number) throws IOException {
        FileChannel channel = FileChannel.open(
                folder.resolve(name(number) + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        Optional<FileLock> lock = Optional.empty();
        try {
            lock = Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException _) {
            // A window of this very process has it.
        }
        if (lock.isEmpty()) {
            channel.close();
        }
        return lock.map(held -> new SessionPlace(file(folder, number), Optional.of(held)));
    }

    private static Path file(Path folder, int number) {
        return folder.resolve(name(number) + ".json");
    }

    private static String name(int number) {
        return number == 1 ? "session" : "session-" + number;
    }

    /// Lets another window have the place.
    @Override
    public void close() {
        lock.ifPresent(held -> {
            try {
                held.acquiredBy().close();
            } catch (IOException _) {
                // The end of the process lets go of it too.
            }
        });
    }
}
