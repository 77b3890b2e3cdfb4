package org.tonari.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonari.profiles.work.Work;
import org.tonari.viewmodel.work.WorkFiles.Ending;
import org.tonari.viewmodel.work.WorkFiles.Mark;
import org.tonari.viewmodel.work.WorkFiles.Session;

class SessionFileTest {
    private static final Composition COMPOSITION = Composition.shipped();
    private static final Work WORK = new Work(COMPOSITION.first(), "workbench");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatWasKeptIsLeftForTheNextRun() throws IOException {
        SessionFile files = new SessionFile(COMPOSITION.catalogue(), SessionPlace.shared(folder.resolve("settings")));
        Path evening = folder.resolve("evening.tonari");
        Mark seen = files.write(WORK, COMPOSITION.catalogue(), evening);
        Session session = new Session(WORK, Optional.of(evening), seen, List.of(evening), Ending.OPEN);
        files.keep(session, COMPOSITION.catalogue());

        SessionFile.Left left = files.left().orElseThrow();

        assertThat(left.session()).isEqualTo(session);
        assertThat(left.original()).get().extracting(opened -> opened.work()).isEqualTo(WORK);
    }

    @Test
    void aStepThatIsKeptLateDoesNotMakeAClosedWindowOneThatStopped() throws IOException {
        SessionFile files = new SessionFile(COMPOSITION.catalogue(), SessionPlace.shared(folder));
        files.keep(session(Ending.CLOSED), COMPOSITION.catalogue());

        files.keep(session(Ending.OPEN), COMPOSITION.catalogue());

        assertThat(files.left().orElseThrow().session().ending()).isEqualTo(Ending.CLOSED);
    }

    private static Session session(Ending ending) {
        return new Session(WORK, Optional.empty(), Mark.NOTHING, List.of(), ending);
    }

    @Test
    void aTornSessionIsNoneAtAll() throws IOException {
        Files.writeString(folder.resolve("session.json"), "{\"file\": \"a.tonari\", \"wo");

        assertThat(new SessionFile(COMPOSITION.catalogue(), SessionPlace.shared(folder)).left())
                .isEmpty();
    }

    @Test
    void withoutARunBeforeNothingIsLeft() {
        assertThat(new SessionFile(COMPOSITION.catalogue(), SessionPlace.shared(folder)).left())
                .isEmpty();
    }

    @Test
    void aMarkTellsWhetherAFileWasWrittenSince() throws IOException {
        SessionFile files = new SessionFile(COMPOSITION.catalogue(), SessionPlace.shared(folder));
        Path evening = folder.resolve("evening.tonari");
        assertThat(files.mark(evening)).isEqualTo(Mark.NOTHING);

        Mark written = files.write(WORK, COMPOSITION.catalogue(), evening);
        assertThat(files.mark(evening)).isEqualTo(written);

        Files.writeString(evening, " ", StandardOpenOption.APPEND);
        assertThat(files.mark(evening)).isNotEqualTo(written);
    }

    /// A folder stands for whatever cannot be read: it is not what was written, so nobody writes over it unasked.
    @Test
    void whatCannotBeReadIsNotWhatWasWritten() {
        SessionFile files = new SessionFile(COMPOSITION.catalogue(), SessionPlace.shared(folder));

        assertThat(files.mark(folder)).isNotEqualTo(Mark.NOTHING);
    }
}
