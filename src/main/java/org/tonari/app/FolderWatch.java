package org.tonari.app;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Watches a folder that may not exist yet, on a thread of its own; many changes at once are told once.
///
/// Where the system cannot watch (some network drives, limits of the system), the folder is looked at now and then.
final class FolderWatch implements AutoCloseable {
    private static final Duration QUIET = Duration.ofMillis(200);
    private static final Duration LOOKING = Duration.ofSeconds(2);
    private static final String SUFFIX = ".json";

    private final Path folder;
    private final Runnable changed;
    private final Opener opener;
    private final Thread thread;
    private volatile boolean open = true;
    private volatile Map<String, String> first = Map.of();

    /// Where watches come from.
    @FunctionalInterface
    interface Opener {
        /// @throws IOException where the system cannot watch
        WatchService open() throws IOException;
    }

    /// @param folder  of files that end in `.json`
    /// @param changed is told on the watching thread, after a moment of quiet
    FolderWatch(Path folder, Runnable changed) {
        this(folder, changed, FileSystems.getDefault()::newWatchService);
    }

    FolderWatch(Path folder, Runnable changed, Opener opener) {
        this.folder = folder;
        this.changed = changed;
        this.opener = opener;
        this.thread = Thread.ofPlatform().daemon().name("tonari-folder").unstarted(this::watch);
    }

    /// Begins to watch; what is there now is no change.
    FolderWatch start() {
        first = state();
        thread.start();
        return this;
    }

    @Override
    public void close() {
        open = false;
        thread.interrupt();
    }

    private void watch() {
        try (WatchService service = opener.open()) {
            listen(service, first);
        } catch (IOException | UnsupportedOperationException | ClosedWatchServiceException _) {
            poll(first);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// A folder that does not exist is waited for; one that goes away as well.
    private void listen(WatchService service, Map<String, String> before) throws IOException, InterruptedException {
        Map<String, String> seen = before;
        WatchKey key = null;
        while (open) {
            if (key == null && Files.isDirectory(folder)) {
                key = folder.register(
                        service,
                        StandardWatchEventKinds.ENTRY_CREATE,
                        StandardWatchEventKinds.ENTRY_MODIFY,
                        StandardWatchEventKinds.ENTRY_DELETE);
                seen = tell(seen);
            }
            WatchKey told = service.poll(LOOKING.toMillis(), TimeUnit.MILLISECONDS);
            if (told != null) {
                boolean valid = drain(service, told);
                seen = tell(seen);
                key = valid ? key : null;
            }
        }
    }

    private static boolean drain(WatchService service, WatchKey first) throws InterruptedException {
        WatchKey key = first;
        boolean valid = true;
        while (key != null) {
            key.pollEvents();
            valid &= key.reset();
            key = service.poll(QUIET.toMillis(), TimeUnit.MILLISECONDS);
        }
        return valid;
    }

    private void poll(Map<String, String> before) {
        Map<String, String> seen = before;
        while (open) {
            try {
                Thread.sleep(LOOKING);
            } catch (InterruptedException _) {
                return;
            }
            seen = tell(seen);
        }
    }

    /// An event may come of a file that was only touched, or of one beside the profiles.
    private Map<String, String> tell(Map<String, String> before) {
        Map<String, String> now = state();
        if (open && !now.equals(before)) {
            changed.run();
        }
        return now;
    }

    private Map<String, String> state() {
        var state = new TreeMap<String, String>();
        if (!Files.isDirectory(folder)) {
            return state;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = String.valueOf(file.getFileName());
                if (name.endsWith(SUFFIX)) {
                    state.put(name, Files.size(file) + " " + Files.getLastModifiedTime(file));
                }
            }
        } catch (IOException _) {
            return state;
        }
        return state;
    }
}
