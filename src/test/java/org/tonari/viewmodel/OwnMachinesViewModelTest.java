package org.tonari.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonari.domain.Candidate;
import org.tonari.domain.Machine;
import org.tonari.domain.form.FormProblem;
import org.tonari.domain.form.MachineForm.Word;
import org.tonari.explain.Source;
import org.tonari.explain.Sourced;
import org.tonari.profiles.Catalogue;
import org.tonari.profiles.MachineProfile;
import org.tonari.profiles.ProfileKind;
import org.tonari.units.Bytes;
import org.tonari.units.BytesPerSecond;
import org.tonari.viewmodel.OwnMachinesViewModel.Whose;

/// Machines of the person's own: edited, kept, followed as files change, read in and taken away.
class OwnMachinesViewModelTest {
    private final Desk desk = new Desk();
    private final NoticesViewModel notices = new NoticesViewModel();
    private final Queue<Runnable> work = new ArrayDeque<>();

    @TempDir
    private Path folder = Path.of("");

    private record Desktop(Catalogue catalogue, ColumnsViewModel columns, OwnMachinesViewModel machines) {}

    private Desktop desktop() {
        Catalogue catalogue = Catalogue.open(List.of(folder));
        var background = new Background(work::add, Runnable::run);
        var columns = new ColumnsViewModel(desk.root, catalogue, background);
        return new Desktop(
                catalogue,
                columns,
                new OwnMachinesViewModel(
                        desk.root, columns, notices, catalogue, new MadeUpMachineFiles(folder), background));
    }

    private void work() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    private Path file(String id) {
        return folder.resolve("machines").resolve(id + ".json");
    }

    private void write(Machine machine) throws IOException {
        Files.createDirectories(folder.resolve("machines"));
        Files.writeString(file(machine.id()), MachineProfile.text(machine));
    }

    private Machine shown(String id) {
        return desk.root.getComparison().candidates().all().stream()
                .map(Candidate::profile)
                .filter(machine -> machine.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Machine roomier(Machine machine, double gib) {
        return machine.withPools(List.of(machine.primaryPool()
                .withCapacity(
                        Sourced.known(Bytes.ofGiB(gib), Source.of(Source.Kind.MEASURED, "the system's own report")))));
    }

    @Test
    void aFileEditedOutsideUpdatesItsColumnsAndIsNoStep() throws IOException {
        Desktop desktop = desktop();
        write(roomier(Desk.machine("dgx-spark"), 111));

        desktop.machines().reread();
        work();

        assertThat(shown("dgx-spark").primaryPool().capacity().optional()).contains(Bytes.ofGiB(111));
        assertThat(desk.root.history().undoableProperty().get()).isEmpty();
        assertThat(desktop.machines().whose(shown("dgx-spark"))).isEqualTo(Whose.HIDES_SHIPPED);
        assertThat(desk.root
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
        Desktop desktop = desktop();
        desktop.columns().duplicate("dgx-spark");
        write(roomier(Desk.machine("dgx-spark"), 111));
        desktop.machines().reread();
        work();

        desk.root.undo();

        assertThat(desk.root.getComparison().candidates().find("dgx-spark.2")).isEmpty();
        assertThat(shown("dgx-spark").primaryPool().capacity().optional()).contains(Bytes.ofGiB(111));
    }

    @Test
    void ofABrokenFileTheLastGoodVersionStaysAndTheTroubleIsSaid() throws IOException {
        Desktop desktop = desktop();
        write(roomier(Desk.machine("dgx-spark"), 111));
        desktop.machines().reread();
        work();
        Files.writeString(
                file("dgx-spark"),
                Files.readString(file("dgx-spark")).replaceFirst("\"unit\" : \"B\"", "\"unit\" : \"bytes\""));

        desktop.machines().reread();
        work();

        assertThat(shown("dgx-spark").primaryPool().capacity().optional()).contains(Bytes.ofGiB(111));
        assertThat(notices.noticeProperty().get())
                .get()
                .isInstanceOfSatisfying(
                        Notice.OutlivedProfiles.class,
                        notice -> assertThat(notice.problems())
                                .singleElement()
                                .asString()
                                .contains(
                                        file("dgx-spark").toString(),
                                        "memory.pools[0].",
                                        "found \"bytes\"",
                                        "expected one of"));

        write(roomier(Desk.machine("dgx-spark"), 100));
        desktop.machines().reread();
        work();

        assertThat(shown("dgx-spark").primaryPool().capacity().optional()).contains(Bytes.ofGiB(100));
        assertThat(notices.noticeProperty().get()).isEmpty();
    }

    @Test
    void aFileThatGoesAwayBringsTheShippedProfileBack() throws IOException {
        Desktop desktop = desktop();
        Machine shipped = Desk.machine("dgx-spark");
        write(roomier(shipped, 111));
        desktop.machines().reread();
        work();

        Files.delete(file("dgx-spark"));
        desktop.machines().reread();
        work();

        assertThat(shown("dgx-spark")).isEqualTo(shipped);
        assertThat(desktop.machines().ownProperty().get()).isEmpty();
    }

    @Test
    void aCopyIsEditedKeptAndShownInAColumn() {
        Desktop desktop = desktop();
        MachineEditorViewModel editor = desktop.machines().copy(Desk.machine("dgx-spark"));
        editor.usualSourceProperty().set("my own bench");

        field(editor, "memory.pools.0.measured_bandwidth").numberProperty().set("251.5");
        editor.save();
        work();

        assertThat(editor.savedProperty().get()).isTrue();
        Machine kept = desktop.catalogue().machine("dgx-spark-own").optional().orElseThrow();
        assertThat(kept.primaryPool().measuredBandwidth()).isInstanceOfSatisfying(Sourced.Known.class, known -> {
            assertThat(known.value()).isEqualTo(new BytesPerSecond(251.5e9));
            assertThat(known.source().citation()).isEqualTo("my own bench");
        });
        assertThat(shown("dgx-spark-own")).isEqualTo(kept);
        assertThat(Files.exists(file("dgx-spark-own"))).isTrue();
    }

    @Test
    void whatIsTypedIsCheckedAtOnceAndNothingWrongIsKept() {
        Desktop desktop = desktop();
        MachineEditorViewModel editor = desktop.machines().copy(Desk.machine("dgx-spark"));
        FigureField capacity = field(editor, "memory.pools.0.capacity");

        capacity.numberProperty().set("12x");

        assertThat(capacity.problemProperty().get()).map(FormProblem::kind).contains(FormProblem.Kind.NUMBER);
        assertThat(editor.problemsProperty().get()).isEqualTo(1);
        editor.save();
        work();
        assertThat(Files.exists(folder.resolve("machines"))).isFalse();
    }

    @Test
    void whoStatesAFigureDoesNotSpeakForAnotherNumber() {
        MachineEditorViewModel editor = desktop().machines().copy(Desk.machine("dgx-spark"));
        FigureField bandwidth = field(editor, "memory.pools.0.bandwidth");
        String before = bandwidth.numberProperty().get();
        String source = bandwidth.sourceProperty().get();

        bandwidth.numberProperty().set("300");
        assertThat(bandwidth.sourceProperty().get()).isEmpty();
        assertThat(bandwidth.problemProperty().get()).map(FormProblem::kind).contains(FormProblem.Kind.SOURCE);

        bandwidth.numberProperty().set(before);
        assertThat(bandwidth.sourceProperty().get()).isEqualTo(source);
        assertThat(bandwidth.problemProperty().get()).isEmpty();
    }

    @Test
    void theEditorSaysWhoseProfileItsIdWouldReplace() throws IOException {
        write(roomier(Desk.machine("mac-mini-m4-pro-64"), 50));
        Desktop desktop = desktop();
        desktop.machines().reread();
        work();
        MachineEditorViewModel editor = desktop.machines().create();

        editor.wordProperty(Word.ID).set("dgx-spark");
        assertThat(editor.replacesProperty().get()).contains(Whose.SHIPPED);
        editor.wordProperty(Word.ID).set("mac-mini-m4-pro-64");
        assertThat(editor.replacesProperty().get()).contains(Whose.HIDES_SHIPPED);
        editor.wordProperty(Word.ID).set("nobody");
        assertThat(editor.replacesProperty().get()).isEmpty();
    }

    @Test
    void anOwnMachineIsDeletedWithItsColumn() {
        Desktop desktop = desktop();
        MachineEditorViewModel editor = desktop.machines().copy(Desk.machine("dgx-spark"));
        editor.save();
        work();

        desktop.machines().delete(shown("dgx-spark-own"));
        work();

        assertThat(desk.root.getComparison().candidates().find("dgx-spark-own")).isEmpty();
        assertThat(desktop.catalogue().ids(ProfileKind.MACHINE)).doesNotContain("dgx-spark-own");
        assertThat(Files.exists(file("dgx-spark-own"))).isFalse();
    }

    @Test
    void whatIsExportedCanBeReadInAgainAndAsksBeforeItReplaces() throws IOException {
        Desktop desktop = desktop();
        Path out = folder.resolve("spark.json");
        var asked = new ArrayList<Runnable>();
        desktop.machines().export(Desk.machine("dgx-spark"), out);
        work();

        desktop.machines().read(out, (_, then) -> asked.add(then));
        work();

        assertThat(asked).hasSize(1);
        assertThat(Files.exists(file("dgx-spark"))).isFalse();
        asked.getFirst().run();
        work();
        assertThat(Files.readString(file("dgx-spark"))).isEqualTo(Files.readString(out));
        assertThat(desktop.machines().whose(shown("dgx-spark"))).isEqualTo(Whose.HIDES_SHIPPED);
    }

    @Test
    void aFileThatIsNoProfileIsRefusedWithFilePlaceFoundAndExpected() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.json"), "{\"kind\": \"machine\", \"schema\": 2}");
        Desktop desktop = desktop();

        desktop.machines().read(bad, (_, _) -> {});
        work();

        assertThat(notices.noticeProperty().get())
                .contains(new Notice.NotOpened(bad + ": schema: found 2, expected a whole number from 1 to 1"));
    }

    @Test
    void aDroppedFileThatIsNoMachineIsLeftToOthers() throws IOException {
        Path config = Files.writeString(folder.resolve("config.json"), "{\"model_type\": \"llama\"}");
        var left = new ArrayList<String>();

        desktop().machines().readOr(config, (_, _) -> {}, () -> left.add("model"));
        work();

        assertThat(left).containsExactly("model");
    }

    @Test
    void thisComputerBecomesAColumnAndKeepsWhatWasMeasured() {
        Desktop desktop = desktop();
        ThisComputerViewModel computer = desktop.machines().thisComputer();
        computer.look();
        work();

        assertThat(shown("this-computer").primaryPool().measuredBandwidth().optional())
                .isEmpty();

        computer.measure();
        work();
        computer.look();
        work();

        assertThat(shown("this-computer").primaryPool().measuredBandwidth().optional())
                .contains(new BytesPerSecond(40e9));
        assertThat(desktop.catalogue().machine("this-computer").optional()).isPresent();
    }

    @Test
    void measuringThisComputerCanBeEnded() {
        Desktop desktop = desktop();
        ThisComputerViewModel computer = desktop.machines().thisComputer();
        computer.look();
        work();

        computer.measure();
        assertThat(computer.stateProperty().get()).isInstanceOf(ThisComputerViewModel.State.Measuring.class);
        computer.cancel();
        work();

        assertThat(computer.stateProperty().get()).isInstanceOf(ThisComputerViewModel.State.Found.class);
        assertThat(shown("this-computer").primaryPool().measuredBandwidth().optional())
                .isEmpty();
    }

    private static FigureField field(MachineEditorViewModel editor, String path) {
        return editor.fieldsProperty().get().stream()
                .filter(field -> field.place().path().equals(path))
                .findFirst()
                .orElseThrow();
    }
}
