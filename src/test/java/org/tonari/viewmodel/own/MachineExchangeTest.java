package org.tonari.viewmodel.own;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonari.viewmodel.desk.Desk;
import org.tonari.viewmodel.own.OwnMachinesViewModel.Whose;
import org.tonari.viewmodel.window.Notice;

/// Profiles of machines read in and written out.
class MachineExchangeTest {
    @TempDir
    private Path folder = Path.of("");

    private OwnMachineFiles files = new OwnMachineFiles(folder);

    @BeforeEach
    void useTheFolder() {
        files = new OwnMachineFiles(folder);
    }

    @Test
    void whatIsExportedCanBeReadInAgainAndAsksBeforeItReplaces() throws IOException {
        OwnMachineFiles.Desktop desktop = files.desktop();
        Path out = folder.resolve("spark.json");
        var asked = new ArrayList<Runnable>();
        desktop.machines().export(Desk.machine("dgx-spark"), out);
        files.work();

        desktop.machines().read(out, (_, then) -> asked.add(then));
        files.work();

        assertThat(asked).hasSize(1);
        assertThat(Files.exists(files.file("dgx-spark"))).isFalse();
        asked.getFirst().run();
        files.work();
        assertThat(Files.readString(files.file("dgx-spark"))).isEqualTo(Files.readString(out));
        assertThat(desktop.machines().whose(files.shown("dgx-spark"))).isEqualTo(Whose.HIDES_SHIPPED);
    }

    @Test
    void aFileThatIsNoProfileIsRefusedWithFilePlaceFoundAndExpected() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.json"), "{\"kind\": \"machine\", \"schema\": 2}");
        OwnMachineFiles.Desktop desktop = files.desktop();

        desktop.machines().read(bad, (_, _) -> {});
        files.work();

        assertThat(files.notices.noticeProperty().get())
                .containsInstanceOf(Notice.NotOpened.class)
                .get()
                .extracting(notice -> ((Notice.NotOpened) notice).problem().english())
                .isEqualTo(bad + ": schema: found 2, expected a whole number from 1 to 1");
    }

    @Test
    void aDroppedFileThatIsNoMachineIsLeftToOthers() throws IOException {
        Path config = Files.writeString(folder.resolve("config.json"), "{\"model_type\": \"llama\"}");
        var left = new ArrayList<String>();

        files.desktop().machines().readOr(config, (_, _) -> {}, () -> left.add("model"));
        files.work();

        assertThat(left).containsExactly("model");
    }
}
