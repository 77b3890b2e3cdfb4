package org.tonari.view.charts;

import java.util.List;
import java.util.Optional;
import org.tonari.chart.speed.Curve;
import org.tonari.domain.answer.ConcurrencyCurve;
import org.tonari.domain.evidence.Measurement;
import org.tonari.domain.machine.Machine;
import org.tonari.export.picture.SpeedCurves;
import org.tonari.export.picture.Wording;
import org.tonari.view.parts.Pictures;
import org.tonari.viewmodel.desk.Results;
import org.tonari.viewmodel.desk.SpeedMeasure;

/// The curves of results: the very same ones as long as only the chosen context changes, so that nothing has to be
/// drawn anew while it is dragged.
final class SteadyCurves {
    private Optional<Asked> asked = Optional.empty();
    private List<Curve> curves = List.of();

    private record Asked(SpeedMeasure measure, Wording wording, List<Source> sources) {}

    private record Source(
            Machine machine, int place, List<?> curve, ConcurrencyCurve users, List<Measurement> measured) {}

    List<Curve> of(Results results, Wording wording) {
        List<Source> sources = results.columns().stream()
                .map(column ->
                        new Source(column.machine(), column.place(), column.curve(), column.users(), column.measured()))
                .toList();
        var now = Optional.of(new Asked(results.measure(), wording, sources));
        if (!now.equals(asked)) {
            curves = new SpeedCurves(MarkSelection.kind(results.measure()), wording).of(Pictures.of(results));
            asked = now;
        }
        return curves;
    }
}
