package org.tonari.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/// Which Tonari this is.
final class TonariVersion {
    private TonariVersion() {}

    /// @return the version it was built as, such as `0.1.0`
    static String current() {
        try (InputStream stream = TonariVersion.class.getResourceAsStream("version.properties")) {
            var properties = new Properties();
            if (stream != null) {
                properties.load(stream);
            }
            return properties.getProperty("version", "unknown");
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the version cannot be read", unreadable);
        }
    }
}
