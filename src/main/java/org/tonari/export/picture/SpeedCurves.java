package org.tonari.export.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tonari.chart.Curve;
import org.tonari.chart.CurvePoint;
import org.tonari.chart.MeasuredPoint;
import org.tonari.domain.Speed;
import org.tonari.engine.Estimator;

/// Turns speeds along the context axis into the curve that the chart draws.
public final class SpeedCurves {
    private final SpeedKind kind;

    /// @param kind which speed
    public SpeedCurves(SpeedKind kind) {
        this.kind = kind;
    }

    /// @return the curves, those of machines that do not run included
    public List<Curve> of(List<Pictured> machines) {
        return machines.stream().map(this::curve).toList();
    }

    private Curve curve(Pictured machine) {
        var points = new ArrayList<CurvePoint>();
        boolean ended = false;
        for (Estimator.CurvePoint at : machine.curve()) {
            Optional<Speed.Estimated> speed = at.verdict().runs() ? kind.of(at.speed()) : Optional.empty();
            if (speed.isPresent()) {
                points.add(point(place(at.context().count()), speed.get()));
            } else if (!points.isEmpty()) {
                ended = true;
                break;
            }
        }
        if (kind == SpeedKind.DECODE) {
            addScrubbed(machine, points);
        }
        List<MeasuredPoint> measured = List.of();
        return new Curve(machine.mark(), points, measured, ended ? Curve.End.OUT_OF_MEMORY : Curve.End.OPEN);
    }

    /// The estimate itself stands on the curve, so the number on the scrub line is exact.
    private static void addScrubbed(Pictured machine, List<CurvePoint> points) {
        double at = place(machine.estimate().scenario().workload().context().count());
        machine.estimate().speed().known().map(Speed.Known::decode).ifPresent(decode -> {
            int index = 0;
            while (index < points.size() && points.get(index).at() < at) {
                index++;
            }
            if (index < points.size() && points.get(index).at() == at) {
                points.remove(index);
            }
            points.add(index, point(at, decode));
        });
    }

    /// One token in the cache is as good as none: the slot of the empty context.
    private static double place(long tokens) {
        return tokens == 1 ? 0 : tokens;
    }

    private static CurvePoint point(double at, Speed.Estimated speed) {
        return new CurvePoint(at, Math.max(0, speed.low()), speed.value(), speed.high());
    }
}
