package org.tonari.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Where the operating system wants a person's settings and logs.
///
/// @param settings for preferences
/// @param logs     for what went wrong
record UserFolders(Path settings, Path logs) {
    private static final String NAME = "tonari";

    /// @return the folders of whoever runs this process
    static UserFolders current() {
        return of(System.getProperty("os.name", ""), System.getProperty("user.home", "."), System.getenv());
    }

    static UserFolders of(String system, String home, Map<String, String> environment) {
        String lower = system.toLowerCase(Locale.ROOT);
        if (lower.startsWith("windows")) {
            Path base = Path.of(environment.getOrDefault("APPDATA", home), "Tonari");
            return new UserFolders(base, base.resolve("logs"));
        }
        if (lower.startsWith("mac")) {
            Path library = Path.of(home, "Library");
            return new UserFolders(
                    library.resolve("Application Support").resolve("Tonari"),
                    library.resolve("Logs").resolve("Tonari"));
        }
        return new UserFolders(
                folder(environment, "XDG_CONFIG_HOME", home, ".config"),
                folder(environment, "XDG_STATE_HOME", home, ".local/state"));
    }

    /// A relative path in such a variable is to be ignored (XDG Base Directory Specification 0.8).
    private static Path folder(Map<String, String> environment, String variable, String home, String usual) {
        Path named = Path.of(environment.getOrDefault(variable, ""));
        return (named.isAbsolute() ? named : Path.of(home, usual)).resolve(NAME);
    }
}
