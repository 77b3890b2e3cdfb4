package org.tonari.text;

import java.util.List;
import java.util.Locale;
import org.tonari.domain.answer.Compatibility;
import org.tonari.domain.answer.Estimate;
import org.tonari.text.FigureTable.Cell;

/// How kernels run on each machine, as a table. Immutable.
public final class CompatibilityTable {
    private final Names names;
    private final FigureCells cells;

    /// @param messages in which language
    /// @param formats  how numbers are written
    public CompatibilityTable(Messages messages, Formats formats) {
        this.names = new Names(messages, formats);
        this.cells = new FigureCells(messages);
    }

    /// @param estimates one a machine
    public FigureTable of(List<Estimate> estimates) {
        return new FigureTable(
                "compatibility",
                List.of(
                        cells.words("machine", CommonText.MACHINE),
                        cells.words("state", PageText.COMPATIBILITY_KERNELS),
                        cells.words("why", PageText.COMPATIBILITY_GROUNDS),
                        cells.words("source", CommonText.SOURCE)),
                estimates.stream().map(this::row).toList());
    }

    private List<Cell> row(Estimate estimate) {
        var machine = estimate.scenario().machine();
        Compatibility found = estimate.compatibility();
        return List.of(
                Cell.words(machine.shortName(), machine.id()),
                Cell.words(
                        Names.badge(found.state()) + " " + names.shortCompatibility(found.state()),
                        found.state().name().toLowerCase(Locale.ROOT)),
                Cell.words(names.finding(found.why()), found.why().sentence()),
                Cell.words(names.source(found.source()), found.source().citation()));
    }
}
