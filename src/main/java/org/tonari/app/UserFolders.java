package org.tonari.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Where the operating system wants a person's files.
///
/// @param settings for preferences
/// @param logs     for what went wrong
/// @param cache    for what can be fetched again
/// @param profiles for profiles of the person's own
record UserFolders(Path settings, Path logs, Path cache, Path profiles) {
    private static final String NAME = "tonari";
    private static final String PROFILES = "profiles";

    /// @return the folders of whoever runs this process
    static UserFolders current() {
        return of(System.getProperty("os.name", ""), System.getProperty("user.home", "."), System.getenv());
    }

    static UserFolders of(String system, String home, Map<String, String> environment) {
        Optional<Path> rehearsal = Rehearsal.folder(environment);
        if (rehearsal.isPresent()) {
            Path folder = rehearsal.get();
            return new UserFolders(folder, folder, folder.resolve("cache"), folder.resolve(PROFILES));
        }
        String lower = system.toLowerCase(Locale.ROOT);
        if (lower.startsWith("windows")) {
            Path base = Path.of(environment.getOrDefault("APPDATA", home), "Tonari");
            Path local = Path.of(environment.getOrDefault("LOCALAPPDATA", home), "Tonari");
            return new UserFolders(base, base.resolve("logs"), local.resolve("cache"), base.resolve(PROFILES));
        }
        if (lower.startsWith("mac")) {
            Path library = Path.of(home, "Library");
            Path support = library.resolve("Application Support").resolve("Tonari");
            return new UserFolders(
                    support,
                    library.resolve("Logs").resolve("Tonari"),
                    library.resolve("Caches").resolve("Tonari"),
                    support.resolve(PROFILES));
        }
        return new UserFolders(
                folder(environment, "XDG_CONFIG_HOME", home, ".config"),
                folder(environment, "XDG_STATE_HOME", home, ".local/state"),
                folder(environment, "XDG_CACHE_HOME", home, ".cache"),
                folder(environment, "XDG_DATA_HOME", home, ".local/share").resolve(PROFILES));
    }

    /// A relative path in such a variable is to be ignored (XDG Base Directory Specification 0.8).
    private static Path folder(Map<String, String> environment, String variable, String home, String usual) {
        Path named = Path.of(environment.getOrDefault(variable, ""));
        return (named.isAbsolute() ? named : Path.of(home, usual)).resolve(NAME);
    }

    /// @return the folder of the person's own profiles, which may not exist yet
    List<Path> ownProfiles() {
        return List.of(profiles);
    }
}
