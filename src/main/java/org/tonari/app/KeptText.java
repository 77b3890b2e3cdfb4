package org.tonari.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The text of a file that this program keeps for itself, within bounds: anything may have come into its place.
final class KeptText {
    private static final int MOST_BYTES = 16 << 20;

    private KeptText() {}

    /// @throws IOException where the file cannot be read or holds more than 16 MiB
    static String of(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException(file + " holds more than " + (MOST_BYTES >> 20) + " MiB");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
