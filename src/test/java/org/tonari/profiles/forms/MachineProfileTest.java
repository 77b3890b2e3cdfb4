package org.tonari.profiles.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tonari.domain.machine.Machine;
import org.tonari.profiles.Catalogue;
import org.tonari.profiles.tree.Reading;

class MachineProfileTest {
    static List<Machine> machines() {
        return Catalogue.open(List.of()).machines();
    }

    @ParameterizedTest
    @MethodSource("machines")
    void aMachineWrittenReadsBackTheSame(Machine machine) {
        Reading<Machine> read = MachineProfile.read("machine.json", MachineProfile.text(machine));

        assertThat(read).isEqualTo(new Reading.Read<>(machine));
    }
}
