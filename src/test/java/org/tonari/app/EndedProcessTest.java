package org.tonari.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.tonari.profiles.work.Work;
import org.tonari.units.Tokens;
import org.tonari.viewmodel.work.WorkFiles.Ending;

/// The whole program, its window without a display, ended from outside by signals.
@DisabledOnOs(OS.WINDOWS)
class EndedProcessTest {
    private static final Composition COMPOSITION = Composition.shipped();
    private static final Work EVENING = new Work(
            COMPOSITION.first().withWorkload(workload -> workload.withContext(new Tokens(4_096))), "workbench");
    /// No folder the person's own environment names is written to: an empty name counts as none.
    private static final Map<String, String> ELSEWHERE = Map.of(
            "XDG_CONFIG_HOME",
            "",
            "XDG_STATE_HOME",
            "",
            "XDG_CACHE_HOME",
            "",
            "XDG_DATA_HOME",
            "",
            "TONARI_REHEARSAL",
            "");
    private static final long PATIENCE_SECONDS = 120;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aProcessThatIsAskedToEndLeavesItsSessionAsAWindowThatWasClosed() throws Exception {
        SessionFile.Left left = leftAfter(Process::destroy);

        assertThat(left.session().ending()).isEqualTo(Ending.CLOSED);
        assertThat(left.opened().work()).isEqualTo(EVENING);
        assertThat(settings().resolve("preferences.json")).exists();
    }

    @Test
    void aProcessThatIsKilledLeavesASessionToRestore() throws Exception {
        SessionFile.Left left = leftAfter(Process::destroyForcibly);

        assertThat(left.session().ending()).isEqualTo(Ending.OPEN);
        assertThat(left.opened().work()).isEqualTo(EVENING);
    }

    private SessionFile.Left leftAfter(Consumer<Process> end) throws Exception {
        Path evening = folder.resolve("evening.tonari");
        files().write(EVENING, COMPOSITION.catalogue(), evening);
        Files.createDirectories(settings());
        try (WatchService watch = settings().getFileSystem().newWatchService()) {
            settings().register(watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
            Process program = start(evening);
            while (!Files.exists(settings().resolve("session.json"))) {
                assertThat(program.isAlive()).isTrue();
                var key = watch.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                assertThat(key).as("something is kept").isNotNull();
                key.pollEvents();
                key.reset();
            }
            end.accept(program);
            assertThat(program.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        }
        return files().left().orElseThrow();
    }

    private SessionFile files() {
        return new SessionFile(COMPOSITION.catalogue(), SessionPlace.shared(settings()));
    }

    private Path settings() {
        return UserFolders.of(System.getProperty("os.name"), folder.toString(), ELSEWHERE)
                .settings();
    }

    private Process start(Path file) throws IOException {
        var builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-Duser.home=" + folder,
                "--enable-native-access=javafx.graphics",
                "--module-path",
                System.getProperty("jdk.module.path"),
                "--module",
                "org.tonari/" + Main.class.getName(),
                file.toString()));
        builder.environment().putAll(ELSEWHERE);
        return builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile())
                .start();
    }
}
