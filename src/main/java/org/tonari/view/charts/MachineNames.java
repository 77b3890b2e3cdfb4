package org.tonari.view.charts;

import org.tonari.domain.machine.Machine;
import org.tonari.viewmodel.desk.WorkbenchViewModel;

/// Names of machines where only their id is at hand.
final class MachineNames {
    private MachineNames() {}

    /// @return the short name of the machine whose number is explained
    static String selected(WorkbenchViewModel root) {
        return of(root, root.selectionProperty().get().machineId());
    }

    /// @return the short name of a machine on screen
    static String of(WorkbenchViewModel root, String id) {
        return root.getComparison().machines().stream()
                .filter(machine -> machine.id().equals(id))
                .findFirst()
                .map(Machine::shortName)
                .orElse(id);
    }
}
