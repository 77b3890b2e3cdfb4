package org.tonari.viewmodel.own;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonari.domain.machine.Machine;
import org.tonari.units.Bytes;
import org.tonari.viewmodel.desk.Desk;
import org.tonari.viewmodel.own.OwnMachinesViewModel.Whose;
import org.tonari.viewmodel.window.Notice;

/// Machines of the person's own, followed as their files change.
class OwnMachineFilesTest {
    @TempDir
    private Path folder = Path.of("");

    private OwnMachineFiles files = new OwnMachineFiles(folder);

    @BeforeEach
    void useTheFolder() {
        files = new OwnMachineFiles(folder);
    }

    @Test
    void aFileEditedOutsideUpdatesItsColumnsAndIsNoStep() throws IOException {
        OwnMachineFiles.Desktop desktop = files.desktop();
        files.write(OwnMachineFiles.roomier(Desk.machine("dgx-spark"), 111));

        desktop.machines().reread();
        files.work();

        assertThat(files.shown("dgx-spark").primaryPool().capacity().optional()).contains(Bytes.ofGiB(111));
        assertThat(files.desk.root.history().undoableProperty().get()).isEmpty();
        assertThat(desktop.machines().whose(files.shown("dgx-spark"))).isEqualTo(Whose.HIDES_SHIPPED);
        assertThat(files.desk
                        .root
                        .choices()
                        .machines()
                        .getFirst()
                        .primaryPool()
                        .capacity()
                        .optional())
                .contains(Bytes.ofGiB(111));
    }

    @Test
    void undoKeepsTheFiguresOfTheChangedFile() throws IOException {
        OwnMachineFiles.Desktop desktop = files.desktop();
        desktop.columns().duplicate("dgx-spark");
        files.write(OwnMachineFiles.roomier(Desk.machine("dgx-spark"), 111));
        desktop.machines().reread();
        files.work();

        files.desk.root.undo();

        assertThat(files.desk.root.getComparison().candidates().find("dgx-spark.2"))
                .isEmpty();
        assertThat(files.shown("dgx-spark").primaryPool().capacity().optional()).contains(Bytes.ofGiB(111));
    }

    @Test
    void ofABrokenFileTheLastGoodVersionStaysAndTheTroubleIsSaid() throws IOException {
        OwnMachineFiles.Desktop desktop = files.desktop();
        files.write(OwnMachineFiles.roomier(Desk.machine("dgx-spark"), 111));
        desktop.machines().reread();
        files.work();
        Files.writeString(
                files.file("dgx-spark"),
                Files.readString(files.file("dgx-spark")).replaceFirst("\"unit\" : \"B\"", "\"unit\" : \"bytes\""));

        desktop.machines().reread();
        files.work();

        assertThat(files.shown("dgx-spark").primaryPool().capacity().optional()).contains(Bytes.ofGiB(111));
        assertThat(files.notices.noticeProperty().get())
                .get()
                .isInstanceOfSatisfying(
                        Notice.OutlivedProfiles.class,
                        notice -> assertThat(notice.problems())
                                .singleElement()
                                .asString()
                                .contains(
                                        files.file("dgx-spark").toString(),
                                        "memory.pools[0].",
                                        "found \"bytes\"",
                                        "expected one of"));

        files.write(OwnMachineFiles.roomier(Desk.machine("dgx-spark"), 100));
        desktop.machines().reread();
        files.work();

        assertThat(files.shown("dgx-spark").primaryPool().capacity().optional()).contains(Bytes.ofGiB(100));
        assertThat(files.notices.noticeProperty().get()).isEmpty();
    }

    @Test
    void aFileThatGoesAwayBringsTheShippedProfileBack() throws IOException {
        OwnMachineFiles.Desktop desktop = files.desktop();
        Machine shipped = Desk.machine("dgx-spark");
        files.write(OwnMachineFiles.roomier(shipped, 111));
        desktop.machines().reread();
        files.work();

        Files.delete(files.file("dgx-spark"));
        desktop.machines().reread();
        files.work();

        assertThat(files.shown("dgx-spark")).isEqualTo(shipped);
        assertThat(desktop.machines().ownProperty().get()).isEmpty();
    }
}
