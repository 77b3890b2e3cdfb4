package org.tonari.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.tonari.cli.session.FaultLog;
import org.tonari.viewmodel.window.Notice;

/// Keeps internal faults in a file of the person's log folder.
final class FaultFile implements FaultLog {
    private final Path file;

    FaultFile(Path folder) {
        this.file = folder.resolve("tonari.log");
    }

    @Override
    public Entry keep(Throwable fault) {
        Notice.Fault report = Notice.Fault.of(fault);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(
                    file,
                    Instant.now() + " " + report.details() + System.lineSeparator(),
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            return new Entry(report.code(), file.toString());
        } catch (IOException _) {
            return new Entry(report.code(), "no file, as " + file + " cannot be written");
        }
    }
}
