package org.tonari.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonari.profiles.work.Work;
import org.tonari.remote.Hub;
import org.tonari.text.Language;
import org.tonari.units.Tokens;
import org.tonari.viewmodel.work.WorkFiles.Ending;
import org.tonari.viewmodel.work.WorkFiles.Mark;
import org.tonari.viewmodel.work.WorkFiles.Session;

/// What becomes of the program's own files when the world around them is not as it should be.
class FaultsTest {
    private static final Composition COMPOSITION = Composition.shipped();
    private static final Work WORK = new Work(COMPOSITION.first(), "workbench");

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "7",
                "\u0000\u0001\u0002",
                "{\"language\": 7, \"theme\": [], \"zoom\": \"large\", \"width\": -1, \"x\": {}, \"font\": null}",
                "{\"language\": \"ja\"}{\"language\": \"ja\"}",
                "{\"zoom\": 1e999, \"yen_per_dollar\": 1e-999, \"height\": 99999999999999999999}"
            })
    void preferencesThatMakeNoSenseAreTheInitialOnes(String text) throws IOException {
        Files.writeString(folder.resolve("preferences.json"), text);

        assertThat(new PreferencesFile(folder).read().zoom())
                .isEqualTo(Preferences.initial().zoom());
    }

    @Test
    void oneFieldThatMakesNoSenseCostsNoOther() throws IOException {
        Files.writeString(
                folder.resolve("preferences.json"), "{\"zoom\": \"large\", \"language\": \"ja\", \"theme\": \"dark\"}");

        Preferences read = new PreferencesFile(folder).read();

        assertThat(read.language()).isEqualTo(Language.JAPANESE);
        assertThat(read.zoom()).isEqualTo(Preferences.initial().zoom());
    }

    @Test
    void hugeFilesInThePlaceOfOurOwnAreNotReadIntoMemory() throws IOException {
        for (String name : List.of("preferences.json", "session.json", "hub.json")) {
            try (var file = new RandomAccessFile(folder.resolve(name).toFile(), "rw")) {
                file.setLength(200L << 20);
            }
        }

        assertThat(new PreferencesFile(folder).read()).isEqualTo(Preferences.initial());
        assertThat(new SessionFile(COMPOSITION.catalogue(), SessionPlace.shared(folder)).left())
                .isEmpty();
        assertThat(new HubSettingsFile(folder, Map.of()).read()).isEqualTo(Hub.Settings.USUAL);
    }

    /// A file stands where the folder should be, so that not even an administrator may write there.
    @Test
    void aFolderThatCannotBeWrittenToIsSaidAndNothingElseIsLost() throws IOException {
        Path blocked =
                Files.writeString(folder.resolve("settings"), "not a folder").resolve("tonari");

        assertThatThrownBy(() -> new PreferencesFile(blocked).write(Preferences.initial()))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> new SessionFile(COMPOSITION.catalogue(), SessionPlace.shared(blocked))
                        .keep(session(WORK), COMPOSITION.catalogue()))
                .isInstanceOf(IOException.class);
        assertThat(new FaultFile(blocked)
                        .keep(new IllegalStateException("a fault"))
                        .place())
                .startsWith("no file");
        assertThat(folder.resolve("settings")).hasContent("not a folder");
    }

    /// Of two saves at the very same time the later wins; the file is never a mixture.
    @Test
    void twoWindowsOnOneFileLeaveOneOfTheTwoComparisons() throws Exception {
        Path file = folder.resolve("evening.tonari");
        Work other = new Work(
                COMPOSITION.first().withWorkload(workload -> workload.withContext(new Tokens(4_096))), "matrix");
        var files = new SessionFile(COMPOSITION.catalogue(), SessionPlace.shared(folder));
        var together = new CyclicBarrier(2);
        try (ExecutorService windows = Executors.newFixedThreadPool(2)) {
            for (int time = 0; time < 20; time++) {
                List<Future<Void>> saves = List.of(WORK, other).stream()
                        .map(work -> windows.<Void>submit(() -> {
                            together.await();
                            files.write(work, COMPOSITION.catalogue(), file);
                            return null;
                        }))
                        .toList();
                for (Future<Void> save : saves) {
                    save.get();
                }
                assertThat(files.read(file).optional().orElseThrow().work()).isIn(WORK, other);
            }
        }
        assertThat(folder.toFile().list()).containsExactly("evening.tonari");
    }

    /// Nothing of what is kept depends on when it was written.
    @Test
    void filesFromTheFutureAndFromLongAgoAreReadAlike() throws IOException {
        var files = new SessionFile(COMPOSITION.catalogue(), SessionPlace.shared(folder));
        files.keep(session(WORK), COMPOSITION.catalogue());

        for (String time : List.of("1970-01-01T00:00:00Z", "2106-02-07T06:28:15Z")) {
            Files.setLastModifiedTime(folder.resolve("session.json"), FileTime.from(Instant.parse(time)));
            assertThat(files.left().orElseThrow().session().work()).isEqualTo(WORK);
            files.keep(session(WORK), COMPOSITION.catalogue());
        }
    }

    @Test
    void foldersWithSpacesAndJapaneseNamesKeepWhatIsSaved() throws IOException {
        Path odd = folder.resolve("夕方 の 比較");
        var files = new SessionFile(COMPOSITION.catalogue(), SessionPlace.shared(odd));
        files.keep(session(WORK), COMPOSITION.catalogue());
        new PreferencesFile(odd).write(Preferences.initial());
        Path saved = odd.resolve("表 1.tonari");
        files.write(WORK, COMPOSITION.catalogue(), saved);

        assertThat(files.left().orElseThrow().session()).isEqualTo(session(WORK));
        assertThat(new PreferencesFile(odd).read()).isEqualTo(Preferences.initial());
        assertThat(files.read(saved).optional().orElseThrow().work()).isEqualTo(WORK);
    }

    @Test
    void aFontThatIsNotInstalledGivesTheUsualOne() {
        for (Language language : Language.values()) {
            assertThat(WindowFonts.family("No Such Font 9000", language))
                    .isEqualTo(WindowFonts.family("", language))
                    .isNotEqualTo("No Such Font 9000");
        }
    }

    private static Session session(Work work) {
        return new Session(work, Optional.empty(), Mark.NOTHING, List.of(), Ending.OPEN);
    }
}
