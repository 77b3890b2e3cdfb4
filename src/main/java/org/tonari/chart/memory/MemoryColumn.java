package org.tonari.chart.memory;

import java.util.List;
import org.tonari.chart.MachineMark;
import org.tonari.chart.VerdictMark;

/// A machine in the memory chart.
///
/// @param machine     who
/// @param verdict     the shape before the verdict's words
/// @param verdicts    what may stand above the column, the longest first: "14.3 over limit", "+14.3"
/// @param pools       one, or the card's memory before the host's
/// @param rate        the large figure below, "42" or "—"
/// @param rateUnit    "tok/s"; empty where there is no rate
/// @param usage       "68 of 122"
/// @param spoken      the machine and its verdict, as a screen reader says it
public record MemoryColumn(
        MachineMark machine,
        VerdictMark verdict,
        List<String> verdicts,
        List<PoolBox> pools,
        String rate,
        String rateUnit,
        String usage,
        String spoken) {
    public MemoryColumn {
        verdicts = List.copyOf(verdicts);
        pools = List.copyOf(pools);
    }

    /// @return this under another name
    public MemoryColumn withMachine(MachineMark other, String spokenThen) {
        return new MemoryColumn(other, verdict, verdicts, pools, rate, rateUnit, usage, spokenThen);
    }
}
