package org.tonari.export.picture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonari.chart.speed.Curve;
import org.tonari.chart.speed.CurvePoint;
import org.tonari.chart.speed.MeasuredPoint;
import org.tonari.domain.answer.ConcurrencyCurve;
import org.tonari.domain.answer.Speed;
import org.tonari.domain.answer.Verdict;
import org.tonari.domain.evidence.Measurement;
import org.tonari.engine.Estimator;
import org.tonari.text.WindowText;

/// Turns speeds along the context axis into the curve that the chart draws.
public final class SpeedCurves {
    /// A cache this short is as good as none.
    private static final double NEARLY_EMPTY = 512;

    private final SpeedKind kind;
    private final Wording wording;

    /// @param kind    which speed
    /// @param wording in which language marks are spoken of
    public SpeedCurves(SpeedKind kind, Wording wording) {
        this.kind = kind;
        this.wording = wording;
    }

    /// @return the curves, those of machines that do not run included
    public List<Curve> of(List<Pictured> machines) {
        return machines.stream().map(this::curve).toList();
    }

    private Curve curve(Pictured machine) {
        return kind.isAcrossUsers() ? acrossUsers(machine) : acrossContext(machine);
    }

    /// Where not all users find room in the cache the curve bends, and says so.
    private Curve acrossUsers(Pictured machine) {
        var points = new ArrayList<CurvePoint>();
        for (ConcurrencyCurve.Point at : machine.users().points()) {
            if (mayRun(at.verdict())) {
                kind.of(at.speed()).ifPresent(speed -> points.add(point(at.users(), speed)));
            }
        }
        boolean ended = !points.isEmpty()
                && points.getLast().at() < machine.users().points().getLast().users();
        return new Curve(
                machine.mark(),
                points,
                List.of(),
                ended ? Curve.End.OUT_OF_MEMORY : Curve.End.OPEN,
                machine.users().mostAtOnce());
    }

    private Curve acrossContext(Pictured machine) {
        var points = new ArrayList<CurvePoint>();
        boolean ended = false;
        for (Estimator.CurvePoint at : machine.curve()) {
            Optional<Speed.Estimated> speed = mayRun(at.verdict()) ? kind.of(at.speed()) : Optional.empty();
            if (speed.isPresent()) {
                points.add(point(place(at.context().count()), speed.get()));
            } else if (!points.isEmpty()) {
                ended = true;
                break;
            }
        }
        return new Curve(machine.mark(), points, measured(machine), ended ? Curve.End.OUT_OF_MEMORY : Curve.End.OPEN);
    }

    /// A missing fact about memory takes nothing from an estimate of speed that stands elsewhere on screen.
    private static boolean mayRun(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Fits _, Verdict.Tight _, Verdict.Spills _, Verdict.Unknown _ -> true;
            case Verdict.DoesNotFit _ -> false;
        };
    }

    private List<MeasuredPoint> measured(Pictured machine) {
        return kind == SpeedKind.DECODE
                ? machine.measured().stream().map(run -> measured(machine, run)).toList()
                : List.of();
    }

    private MeasuredPoint measured(Pictured machine, Measurement run) {
        String spoken = wording.text(
                WindowText.SPOKEN_POINT,
                machine.machine().shortName() + ", " + wording.text(WindowText.MEASURED),
                wording.formats().whole(Math.round(run.depth())),
                kind.value(run.decode(), wording.formats()),
                wording.text(kind.unit()));
        return new MeasuredPoint(run.depth() < NEARLY_EMPTY ? 0 : run.depth(), run.decode(), spoken);
    }

    /// The estimates at the chosen context, which stand on the scrub line whatever lies between the points of a curve.
    ///
    /// @return by machine; of those alone that run
    public Map<String, CurvePoint> readings(List<Pictured> machines) {
        var readings = new HashMap<String, CurvePoint>();
        if (kind == SpeedKind.DECODE) {
            for (Pictured machine : machines) {
                double at =
                        place(machine.estimate().scenario().workload().context().count());
                kind.of(machine.estimate().speed())
                        .ifPresent(speed -> readings.put(machine.machine().id(), point(at, speed)));
            }
        }
        return readings;
    }

    /// One token in the cache is as good as none: the slot of the empty context.
    private static double place(long tokens) {
        return tokens == 1 ? 0 : tokens;
    }

    private static CurvePoint point(double at, Speed.Estimated speed) {
        return new CurvePoint(at, Math.max(0, speed.low()), speed.value(), speed.high());
    }
}
