package org.tonari.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Saves by a process of its own, which something ends in the middle. `-Dfaults.saves=2000` tries more often.
class KilledSavesTest {
    private static final int SAVES = Integer.getInteger("faults.saves", 200);
    private static final int SAVES_A_PROCESS = 25;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aFileIsTheOldOrTheNewOneWheneverItsSavingIsKilled() throws Exception {
        Path file = folder.resolve("evening.tonari");
        var random = new Random(20261121);
        int saves = 0;
        while (saves < SAVES) {
            Process process = start(List.of(), file, Integer.MAX_VALUE);
            saves += endAfter(process, 1 + random.nextInt(2 * SAVES_A_PROCESS), random.nextLong(3_000_000));

            String text = Files.readString(file);
            assertThat(text).hasSize(SavingLoop.LENGTH);
            assertThat(text.chars().distinct().count()).isOne();
        }
    }

    /// A limit on the length of files stands for a disk that is full: the write fails in the middle either way.
    @Test
    @EnabledOnOs(OS.LINUX)
    void aDiskThatIsFullLeavesTheOldFileAndNothingElse() throws Exception {
        Path file = folder.resolve("evening.tonari");
        Files.writeString(file, "old");

        Process process = start(List.of("sh", "-c", "ulimit -f 100; exec \"$@\"", "sh"), file, 1);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

        assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("cannot write " + file + ": File too large");
        assertThat(Files.readString(file)).isEqualTo("old");
        assertThat(folder.toFile().list()).containsExactly("evening.tonari");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDeviceIsNamed() {
        assertThatThrownBy(() -> new FileTarget(Path.of("/dev/full")).writeText(writer -> writer.write("x")))
                .isInstanceOf(FileTarget.Unwritable.class)
                .hasMessage("cannot write /dev/full: No space left on device");
    }

    /// @return how many saves the process told of
    private static int endAfter(Process process, int saves, long nanos) throws IOException, InterruptedException {
        int told = 0;
        try (BufferedReader output = process.inputReader()) {
            while (told < saves && output.readLine() != null) {
                told++;
            }
            assertThat(told).isEqualTo(saves);
            long until = System.nanoTime() + nanos;
            while (System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            process.destroyForcibly();
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return told;
    }

    private static Process start(List<String> before, Path file, int most) throws IOException {
        var command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", classes()));
        command.addAll(List.of(SavingLoop.class.getName(), file.toString(), String.valueOf(most)));
        return new ProcessBuilder(command).start();
    }

    private static String classes() {
        Path target = Path.of(System.getProperty("project.directory", ""), "target");
        return target.resolve("classes") + System.getProperty("path.separator") + target.resolve("test-classes");
    }
}
