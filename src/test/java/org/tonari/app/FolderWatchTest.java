package org.tonari.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonari.app.FolderWatch.Opener;

/// The person's folder is watched, whether it exists yet or not, and whether the system can watch or not.
class FolderWatchTest {
    private static final long PATIENCE_SECONDS = 60;

    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

    @TempDir
    private Path home = Path.of("");

    private Path folder() {
        return home.resolve("machines");
    }

    private void awaitChange() throws InterruptedException {
        assertThat(told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo("changed");
    }

    @Test
    void aNewAChangedAndADeletedFileAreTold() throws IOException, InterruptedException {
        Files.createDirectories(folder());
        try (var watch = new FolderWatch(folder(), () -> told.add("changed")).start()) {
            assertThat(watch).isNotNull();
            Files.writeString(folder().resolve("a.json"), "{}");
            awaitChange();
            Files.writeString(folder().resolve("a.json"), "{\"longer\": true}");
            awaitChange();
            Files.delete(folder().resolve("a.json"));
            awaitChange();
        }
    }

    @Test
    void aFolderMadeLaterIsFound() throws IOException, InterruptedException {
        try (var watch = new FolderWatch(folder(), () -> told.add("changed")).start()) {
            assertThat(watch).isNotNull();
            Files.createDirectories(folder());
            Files.writeString(folder().resolve("a.json"), "{}");
            awaitChange();
        }
    }

    @Test
    void whereTheSystemCannotWatchTheFolderIsLookedAt() throws IOException, InterruptedException {
        Opener refusing = () -> {
            throw new IOException("user limit of inotify instances reached");
        };
        Files.createDirectories(folder());
        try (var watch = new FolderWatch(folder(), () -> told.add("changed"), refusing).start()) {
            assertThat(watch).isNotNull();
            Files.writeString(folder().resolve("a.json"), "{}");
            awaitChange();
        }
    }
}
