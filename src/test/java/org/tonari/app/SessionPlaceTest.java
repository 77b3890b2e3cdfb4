package org.tonari.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonari.profiles.work.Work;
import org.tonari.units.Tokens;
import org.tonari.viewmodel.work.WorkFiles.Ending;
import org.tonari.viewmodel.work.WorkFiles.Mark;
import org.tonari.viewmodel.work.WorkFiles.Session;

/// Two windows keep two sessions, whichever way they end.
class SessionPlaceTest {
    private static final Composition COMPOSITION = Composition.shipped();
    private static final Work ONE = new Work(COMPOSITION.first(), "workbench");
    private static final Work OTHER =
            new Work(COMPOSITION.first().withWorkload(workload -> workload.withContext(new Tokens(4_096))), "matrix");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void twoWindowsNeverKeepTheSameSession() throws IOException {
        try (SessionPlace first = take();
                SessionPlace second = take()) {
            keep(first, ONE, Ending.OPEN);
            keep(second, OTHER, Ending.OPEN);

            assertThat(left(first).session().work()).isEqualTo(ONE);
            assertThat(left(second).session().work()).isEqualTo(OTHER);
        }
    }

    @Test
    void eachWindowGoesOnWhereTheOneOfItsNumberWasClosed() throws IOException {
        try (SessionPlace first = take();
                SessionPlace second = take()) {
            keep(first, ONE, Ending.CLOSED);
            keep(second, OTHER, Ending.CLOSED);
        }

        try (SessionPlace first = take();
                SessionPlace second = take()) {
            assertThat(left(first).session().work()).isEqualTo(ONE);
            assertThat(left(second).session().work()).isEqualTo(OTHER);
        }
    }

    /// The second of two windows ended by itself: it is restored first, and the other after it.
    @Test
    void aWindowThatStoppedUnexpectedlyIsRestoredFirst() throws IOException {
        try (SessionPlace first = take();
                SessionPlace second = take()) {
            keep(first, ONE, Ending.CLOSED);
            keep(second, OTHER, Ending.OPEN);
        }

        try (SessionPlace restored = take();
                SessionPlace next = take()) {
            assertThat(left(restored).session().work()).isEqualTo(OTHER);
            assertThat(left(next).session().work()).isEqualTo(ONE);
        }
    }

    @Test
    void aWindowThatRunsIsNotTakenForOneThatStopped() throws IOException {
        try (SessionPlace first = take()) {
            keep(first, ONE, Ending.OPEN);

            try (SessionPlace second = take()) {
                assertThat(new SessionFile(COMPOSITION.catalogue(), second).left())
                        .isEmpty();
            }
        }
    }

    @Test
    void aNewWindowKnowsTheFilesUsedLately() throws IOException {
        Path evening = folder.resolve("evening.tonari");
        try (SessionPlace first = take();
                SessionPlace second = take()) {
            files(first)
                    .keep(
                            new Session(ONE, Optional.of(evening), Mark.NOTHING, List.of(evening), Ending.OPEN),
                            COMPOSITION.catalogue());

            assertThat(files(second).recentElsewhere()).containsExactly(evening);
        }
    }

    /// A file stands where the folder should be.
    @Test
    void whereNothingCanBeLockedTheUsualSessionIsKeptAsWellAsItCan() throws IOException {
        Path blocked = Files.writeString(folder.resolve("settings"), "not a folder");

        try (SessionPlace place = SessionPlace.take(blocked, SessionFile::isOfStopped)) {
            assertThat(place).isEqualTo(SessionPlace.shared(blocked));
        }
    }

    private SessionPlace take() {
        return SessionPlace.take(folder, SessionFile::isOfStopped);
    }

    private static SessionFile files(SessionPlace place) {
        return new SessionFile(COMPOSITION.catalogue(), place);
    }

    private static SessionFile.Left left(SessionPlace place) {
        return files(place).left().orElseThrow();
    }

    private static void keep(SessionPlace place, Work work, Ending ending) throws IOException {
        files(place)
                .keep(new Session(work, Optional.empty(), Mark.NOTHING, List.of(), ending), COMPOSITION.catalogue());
    }
}
