package org.tonari.view;

import java.util.List;
import java.util.Optional;
import org.tonari.chart.MachineMark;
import org.tonari.chart.memory.MemoryColumn;
import org.tonari.domain.Machine;
import org.tonari.export.picture.Wording;
import org.tonari.text.MachineText;
import org.tonari.viewmodel.OwnMachinesViewModel;
import org.tonari.viewmodel.OwnMachinesViewModel.Whose;
import org.tonari.viewmodel.Results;

/// Marks machines whose profiles are the person's own: a star above the column, words elsewhere.
record OwnMarks(OwnMachinesViewModel machines) {
    private static final String STAR = " *";

    /// @return whose a profile is, in the window's language; empty for a shipped one
    static String words(Whose whose, Wording wording) {
        return switch (whose) {
            case SHIPPED -> "";
            case YOURS -> wording.text(MachineText.YOURS);
            case HIDES_SHIPPED -> wording.text(MachineText.YOURS_HIDING);
        };
    }

    /// @return the columns, those of the person's own machines marked
    List<MemoryColumn> on(List<MemoryColumn> columns, Results results, Wording wording) {
        return columns.stream().map(column -> marked(column, results, wording)).toList();
    }

    private MemoryColumn marked(MemoryColumn column, Results results, Wording wording) {
        Optional<Machine> profile =
                results.comparison().candidates().find(column.machine().id()).map(candidate -> candidate.profile());
        String whose =
                profile.map(machine -> words(machines.whose(machine), wording)).orElse("");
        if (whose.isEmpty()) {
            return column;
        }
        MachineMark mark = column.machine();
        return column.withMachine(
                new MachineMark(mark.id(), mark.name() + STAR, mark.shortName(), mark.symbol(), mark.colour()),
                column.spoken() + ", " + whose);
    }
}
