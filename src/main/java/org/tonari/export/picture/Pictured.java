package org.tonari.export.picture;

import java.util.List;
import org.tonari.chart.MachineMark;
import org.tonari.chart.MachineSymbol;
import org.tonari.domain.answer.ConcurrencyCurve;
import org.tonari.domain.answer.Estimate;
import org.tonari.domain.evidence.Measurement;
import org.tonari.domain.machine.Machine;
import org.tonari.engine.Estimator.CurvePoint;

/// A machine's answers as a picture shows them.
///
/// @param place    its place among all machines, at least 0, which decides colour and symbol
/// @param estimate the estimate at the chosen context
/// @param curve    verdict and speed along the context axis, by rising context
/// @param users    verdict and speed by the number of users at once; empty where nobody asks for it
/// @param measured published runs of the same, at any context
public record Pictured(
        int place, Estimate estimate, List<CurvePoint> curve, ConcurrencyCurve users, List<Measurement> measured) {
    public Pictured {
        curve = List.copyOf(curve);
        measured = List.copyOf(measured);
    }

    /// A machine's answers along the context axis.
    public Pictured(int place, Estimate estimate, List<CurvePoint> curve, List<Measurement> measured) {
        this(place, estimate, curve, new ConcurrencyCurve(List.of()), measured);
    }

    /// @return the machine
    public Machine machine() {
        return estimate.scenario().machine();
    }

    /// @return how the machine appears in charts and tables
    public MachineMark mark() {
        return mark(machine(), place);
    }

    /// `Spark` for `DGX Spark`, where several machines share a label.
    private static String withoutMaker(String name) {
        return name.substring(name.indexOf(' ') + 1);
    }

    /// @param place its place among all machines, at least 0
    /// @return how a machine appears in charts and tables
    public static MachineMark mark(Machine machine, int place) {
        return new MachineMark(
                machine.id(), machine.shortName(), withoutMaker(machine.shortName()), MachineSymbol.at(place), place);
    }
}
