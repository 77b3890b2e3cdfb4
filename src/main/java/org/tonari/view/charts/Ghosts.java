package org.tonari.view.charts;

import java.util.ArrayList;
import java.util.List;
import org.tonari.chart.memory.PinnedStack;
import org.tonari.chart.speed.PinnedCurve;
import org.tonari.domain.answer.MemoryStack.PoolStack;
import org.tonari.explain.Term;
import org.tonari.export.picture.Pictured;
import org.tonari.export.picture.SpeedCurves;
import org.tonari.export.picture.Wording;
import org.tonari.units.Bytes;
import org.tonari.viewmodel.desk.Results;

/// What is pinned or imagined, as the charts draw it: outlines on all stacks, curves of the machine that is explained.
final class Ghosts {
    private Ghosts() {}

    static List<PinnedStack> stacks(Results results) {
        var stacks = new ArrayList<PinnedStack>();
        for (Results.Ghost ghost : results.ghosts()) {
            for (Results.Column column : ghost.columns()) {
                stacks.add(new PinnedStack(
                        ghost.letter(),
                        column.machine().id(),
                        column.estimate().memory().pools().stream()
                                .map(Ghosts::height)
                                .toList()));
            }
        }
        return stacks;
    }

    private static Bytes height(PoolStack pool) {
        Bytes system = pool.osOverhead().optional().map(Term::bytes).orElse(Bytes.ZERO);
        return pool.required().plus(system);
    }

    /// @param machineId whose curves; those of all machines together would hide what is compared
    static List<PinnedCurve> curves(Results results, String machineId, Wording wording) {
        var pictures = new SpeedCurves(MarkSelection.kind(results.measure()), wording);
        var curves = new ArrayList<PinnedCurve>();
        for (Results.Ghost ghost : results.ghosts()) {
            ghost.column(machineId)
                    .map(column ->
                            new Pictured(column.place(), column.estimate(), column.curve(), column.users(), List.of()))
                    .map(picture -> pictures.of(List.of(picture)).getFirst())
                    .filter(curve -> curve.runs())
                    .ifPresent(curve -> curves.add(new PinnedCurve(ghost.letter(), curve.machine(), curve.points())));
        }
        return curves;
    }
}
