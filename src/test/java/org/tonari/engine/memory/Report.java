package org.tonari.engine.memory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// A table that a test leaves in `target/reports`.
final class Report {
    private final Path file;
    private final List<String> lines = new ArrayList<>();

    Report(String name) {
        this.file = Path.of(Objects.requireNonNull(System.getProperty("project.directory")), "target", "reports", name);
    }

    void line(String format, Object... arguments) {
        lines.add(format.formatted(arguments));
    }

    void write() throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.write(file, lines);
    }
}
