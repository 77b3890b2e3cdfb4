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
import org.tonari.viewmodel.WorkFiles.Ending;
import org.tonari.viewmodel.WorkFiles.Session;

class SessionFileTest {
    private static final Composition COMPOSITION = Composition.shipped();
    private static final Work WORK = new Work(COMPOSITION.first(), "workbench");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatWasKeptIsLeftForTheNextRun() throws IOException {
        SessionFile files = new SessionFile(COMPOSITION.catalogue(), folder.resolve("settings"));
        Path evening = folder.resolve("evening.tonari");
        Session session = new Session(WORK, Optional.of(evening), List.of(evening), Ending.OPEN);
        files.write(WORK, COMPOSITION.catalogue(), evening);
        files.keep(session, COMPOSITION.catalogue());

        SessionFile.Left left = files.left().orElseThrow();

        assertThat(left.session()).isEqualTo(session);
        assertThat(left.original()).get().extracting(opened -> opened.work()).isEqualTo(WORK);
    }

    @Test
    void aTornSessionIsNoneAtAll() throws IOException {
        Files.writeString(folder.resolve("session.json"), "{\"file\": \"a.tonari\", \"wo");

        assertThat(new SessionFile(COMPOSITION.catalogue(), folder).left()).isEmpty();
    }

    @Test
    void withoutARunBeforeNothingIsLeft() {
        assertThat(new SessionFile(COMPOSITION.catalogue(), folder).left()).isEmpty();
    }
}
