package org.tonari.app;

import java.io.Console;
import java.time.Duration;
import org.tonari.domain.model.LanguageModel;
import org.tonari.profiles.tree.Reading;
import org.tonari.remote.Errand;
import org.tonari.remote.HeaderCache;
import org.tonari.remote.RemoteFiles;

/// What reaches beyond this computer, for whoever runs this process. Nothing is opened before it is asked for.
final class Remotes {
    private static final Duration MOST = Duration.ofMinutes(2);
    private static final double MIB = 1 << 20;
    private static final String CLEAR = "\r\033[K";

    private Remotes() {}

    static RemoteModels models() {
        UserFolders folders = UserFolders.current();
        return new RemoteModels(
                () -> RemoteFiles.standard(new HeaderCache(folders.cache().resolve("headers"))),
                () -> settings().read());
    }

    static HubSettingsFile settings() {
        return new HubSettingsFile(UserFolders.current().settings(), System.getenv());
    }

    /// Reads a remote model for the command line; where a person watches, standard error says how far it is.
    static Reading<LanguageModel> readWatched(String place) {
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            return models().read(place, new Errand((_, _) -> {}, MOST));
        }
        try {
            return models().read(
                            place,
                            new Errand(
                                    (what, bytes) -> System.err.printf(CLEAR + "%s %.1f MiB", what, bytes / MIB),
                                    MOST));
        } finally {
            System.err.print(CLEAR);
        }
    }
}
