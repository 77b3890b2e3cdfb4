package org.tonari.view.columns;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tonari.chart.MachineMark;
import org.tonari.chart.memory.MemoryColumn;
import org.tonari.domain.comparison.Setup;
import org.tonari.domain.machine.Machine;
import org.tonari.export.picture.Wording;
import org.tonari.text.DeskText;
import org.tonari.text.MachineText;
import org.tonari.viewmodel.desk.Results;
import org.tonari.viewmodel.own.OwnMachinesViewModel;
import org.tonari.viewmodel.own.OwnMachinesViewModel.Whose;

/// Marks machines whose profiles, or some of whose figures, are the person's own: a star above the column, words
/// elsewhere.
public record OwnMarks(OwnMachinesViewModel machines) {
    private static final String STAR = " *";

    /// @return whose a profile is, in the window's language; empty for a shipped one
    static String words(Whose whose, Wording wording) {
        return switch (whose) {
            case SHIPPED -> "";
            case YOURS -> wording.text(MachineText.YOURS);
            case HIDES_SHIPPED -> wording.text(MachineText.YOURS_HIDING);
        };
    }

    /// @return how many figures and speeds of a machine the person put in
    static int count(Setup setup, String machineId) {
        return setup.machineOverrides().getOrDefault(machineId, Map.of()).size()
                + setup.ownMeasurements(machineId).size();
    }

    /// @return the columns, those of the person's own machines marked
    public List<MemoryColumn> on(List<MemoryColumn> columns, Results results, Wording wording) {
        return columns.stream().map(column -> marked(column, results, wording)).toList();
    }

    private MemoryColumn marked(MemoryColumn column, Results results, Wording wording) {
        Optional<Machine> profile =
                results.comparison().candidates().find(column.machine().id()).map(candidate -> candidate.profile());
        int figures = count(results.comparison().setup(), column.machine().id());
        String whose = Stream.of(
                        profile.map(machine -> words(machines.whose(machine), wording))
                                .orElse(""),
                        figures == 0
                                ? ""
                                : wording.text(
                                        DeskText.OWN_COUNT, wording.formats().whole(figures)))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        if (whose.isEmpty()) {
            return column;
        }
        MachineMark mark = column.machine();
        return column.withMachine(
                new MachineMark(mark.id(), mark.name() + STAR, mark.shortName(), mark.symbol(), mark.colour()),
                column.spoken() + ", " + whose);
    }
}
