package org.tonari.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeftBehindTest {
    /// Higher than any system gives.
    private static final String NOBODY = "999999999999";

    private static final String THIS = String.valueOf(ProcessHandle.current().pid());
    private static final Duration MINUTES = Duration.ofMinutes(11);
    private static final Duration DAYS = Duration.ofDays(2);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theNextSaveRemovesWhatAKilledOneLeft() throws Exception {
        Path left = old(".evening.tonari." + NOBODY + "-9f3c.tmp", MINUTES);

        new FileTarget(folder.resolve("evening.tonari")).writeText(writer -> writer.write("new"));

        assertThat(left).doesNotExist();
        assertThat(folder.toFile().list()).containsExactly("evening.tonari");
    }

    @Test
    void whatAnEarlierVersionLeftGoesAfterADay() throws IOException {
        Path young = old(".evening.tonari.9f3c.tmp", MINUTES);
        Path left = old(".evening.tonari.9f3d.tmp", DAYS);

        sweep();

        assertThat(young).exists();
        assertThat(left).doesNotExist();
    }

    @Test
    void aSaveThatMayStillRunIsLeftAlone() throws IOException {
        Path running = old(".evening.tonari." + THIS + "-9f3c.tmp", MINUTES);
        Path elsewhere = old(".evening.tonari." + NOBODY + "-9f3c.tmp", Duration.ofMinutes(1));

        sweep();

        assertThat(running).exists();
        assertThat(elsewhere).exists();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evening.tonari",
                "evening.tonari.9f3c.tmp",
                ".evening.tonari.tmp",
                ".evening.tonari.mine.tmp",
                ".evening.tonari.9f3c.tmp.bak",
                ".morning.tonari.9f3c.tmp",
                ".eveningXtonari.9f3c.tmp",
                ".evening.tonari.12-34-56.tmp",
                ".evening.tonari.9f3c9f3c9f3c9f3c9.tmp"
            })
    void noOtherFileIsEverRemoved(String name) throws IOException {
        Path other = old(name, DAYS);

        sweep();

        assertThat(other).exists();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void linksAndFoldersOfSuchNamesStay() throws IOException {
        Path elsewhere = old("precious", DAYS);
        Path link = Files.createSymbolicLink(folder.resolve(".evening.tonari.1.tmp"), elsewhere);
        Path inner = Files.createDirectory(folder.resolve(".evening.tonari.2.tmp"));
        Files.setLastModifiedTime(inner, FileTime.from(Instant.now().minus(DAYS)));

        sweep();

        assertThat(link).exists();
        assertThat(inner).exists();
        assertThat(elsewhere).exists();
    }

    @Test
    void aFolderThatIsNotThereIsNoTrouble() {
        LeftBehind.sweep(folder.resolve("nowhere").resolve("evening.tonari"));

        assertThat(folder.resolve("nowhere")).doesNotExist();
    }

    private void sweep() {
        LeftBehind.sweep(folder.resolve("evening.tonari"));
    }

    private Path old(String name, Duration age) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "half");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
        return file;
    }
}
