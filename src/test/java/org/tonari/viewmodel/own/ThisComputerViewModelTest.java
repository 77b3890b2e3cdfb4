package org.tonari.viewmodel.own;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonari.units.BytesPerSecond;

/// The computer at hand as a column: looked at and measured.
class ThisComputerViewModelTest {
    @TempDir
    private Path folder = Path.of("");

    private OwnMachineFiles files = new OwnMachineFiles(folder);

    @BeforeEach
    void useTheFolder() {
        files = new OwnMachineFiles(folder);
    }

    @Test
    void thisComputerBecomesAColumnAndKeepsWhatWasMeasured() {
        OwnMachineFiles.Desktop desktop = files.desktop();
        ThisComputerViewModel computer = desktop.machines().thisComputer();
        computer.look();
        files.work();

        assertThat(files.shown("this-computer")
                        .primaryPool()
                        .measuredBandwidth()
                        .optional())
                .isEmpty();

        computer.measure();
        files.work();
        computer.look();
        files.work();

        assertThat(files.shown("this-computer")
                        .primaryPool()
                        .measuredBandwidth()
                        .optional())
                .contains(new BytesPerSecond(40e9));
        assertThat(desktop.catalogue().machine("this-computer").optional()).isPresent();
    }

    @Test
    void measuringThisComputerCanBeEnded() {
        OwnMachineFiles.Desktop desktop = files.desktop();
        ThisComputerViewModel computer = desktop.machines().thisComputer();
        computer.look();
        files.work();

        computer.measure();
        assertThat(computer.stateProperty().get()).isInstanceOf(ThisComputerViewModel.State.Measuring.class);
        computer.cancel();
        files.work();

        assertThat(computer.stateProperty().get()).isInstanceOf(ThisComputerViewModel.State.Found.class);
        assertThat(files.shown("this-computer")
                        .primaryPool()
                        .measuredBandwidth()
                        .optional())
                .isEmpty();
    }
}
