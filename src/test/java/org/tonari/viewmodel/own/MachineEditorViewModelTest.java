package org.tonari.viewmodel.own;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonari.domain.form.FormProblem;
import org.tonari.domain.form.MachineForm.Word;
import org.tonari.domain.machine.Machine;
import org.tonari.explain.Sourced;
import org.tonari.profiles.tree.ProfileKind;
import org.tonari.units.BytesPerSecond;
import org.tonari.viewmodel.desk.Desk;
import org.tonari.viewmodel.own.OwnMachinesViewModel.Whose;

/// Machines of the person's own: copied, edited, checked while typing, kept and deleted.
class MachineEditorViewModelTest {
    @TempDir
    private Path folder = Path.of("");

    private OwnMachineFiles files = new OwnMachineFiles(folder);

    @BeforeEach
    void useTheFolder() {
        files = new OwnMachineFiles(folder);
    }

    @Test
    void whatIsTypedIsCheckedAtOnceAndNothingWrongIsKept() {
        OwnMachineFiles.Desktop desktop = files.desktop();
        MachineEditorViewModel editor = desktop.machines().copy(Desk.machine("dgx-spark"));
        FigureField capacity = field(editor, "memory.pools.0.capacity");

        capacity.numberProperty().set("12x");

        assertThat(capacity.problemProperty().get()).map(FormProblem::kind).contains(FormProblem.Kind.NUMBER);
        assertThat(editor.problemsProperty().get()).isEqualTo(1);
        editor.save();
        files.work();
        assertThat(Files.exists(folder.resolve("machines"))).isFalse();
    }

    @Test
    void whoStatesAFigureDoesNotSpeakForAnotherNumber() {
        MachineEditorViewModel editor = files.desktop().machines().copy(Desk.machine("dgx-spark"));
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
        files.write(OwnMachineFiles.roomier(Desk.machine("mac-mini-m4-pro-64"), 50));
        OwnMachineFiles.Desktop desktop = files.desktop();
        desktop.machines().reread();
        files.work();
        MachineEditorViewModel editor = desktop.machines().create();

        editor.wordProperty(Word.ID).set("dgx-spark");
        assertThat(editor.replacesProperty().get()).contains(Whose.SHIPPED);
        editor.wordProperty(Word.ID).set("mac-mini-m4-pro-64");
        assertThat(editor.replacesProperty().get()).contains(Whose.HIDES_SHIPPED);
        editor.wordProperty(Word.ID).set("nobody");
        assertThat(editor.replacesProperty().get()).isEmpty();
    }

    @Test
    void aCopyIsEditedKeptAndShownInAColumn() {
        OwnMachineFiles.Desktop desktop = files.desktop();
        MachineEditorViewModel editor = desktop.machines().copy(Desk.machine("dgx-spark"));
        editor.usualSourceProperty().set("my own bench");

        field(editor, "memory.pools.0.measured_bandwidth").numberProperty().set("251.5");
        editor.save();
        files.work();

        assertThat(editor.savedProperty().get()).isTrue();
        Machine kept = desktop.catalogue().machine("dgx-spark-own").optional().orElseThrow();
        assertThat(kept.primaryPool().measuredBandwidth()).isInstanceOfSatisfying(Sourced.Known.class, known -> {
            assertThat(known.value()).isEqualTo(new BytesPerSecond(251.5e9));
            assertThat(known.source().citation()).isEqualTo("my own bench");
        });
        assertThat(files.shown("dgx-spark-own")).isEqualTo(kept);
        assertThat(Files.exists(files.file("dgx-spark-own"))).isTrue();
    }

    @Test
    void anOwnMachineIsDeletedWithItsColumn() {
        OwnMachineFiles.Desktop desktop = files.desktop();
        MachineEditorViewModel editor = desktop.machines().copy(Desk.machine("dgx-spark"));
        editor.save();
        files.work();

        desktop.machines().delete(files.shown("dgx-spark-own"));
        files.work();

        assertThat(files.desk.root.getComparison().candidates().find("dgx-spark-own"))
                .isEmpty();
        assertThat(desktop.catalogue().ids(ProfileKind.MACHINE)).doesNotContain("dgx-spark-own");
        assertThat(Files.exists(files.file("dgx-spark-own"))).isFalse();
    }

    private static FigureField field(MachineEditorViewModel editor, String path) {
        return editor.fieldsProperty().get().stream()
                .filter(field -> field.place().path().equals(path))
                .findFirst()
                .orElseThrow();
    }
}
