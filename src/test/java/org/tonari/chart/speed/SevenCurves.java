package org.tonari.chart.speed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tonari.chart.MachineMark;
import org.tonari.chart.memory.SevenMachines;

/// Curves like those of the design pictures: a step takes a fixed time and some more for each token in the context.
public final class SevenCurves {
    private static final double FULL = 131_072;

    private SevenCurves() {}

    public static List<Curve> curves() {
        return List.of(
                curve(
                        SevenMachines.SPARK,
                        58,
                        24,
                        List.of(ring(0, 58.5), ring(4096, 55.4), ring(8192, 53), ring(16384, 49), ring(32768, 42.8))),
                curve(SevenMachines.GX10, 58, 24, List.of()),
                curve(SevenMachines.MAX, 75, 30.5, List.of()),
                curve(SevenMachines.STUDIO, 90, 36, List.of()),
                curve(SevenMachines.OMEN, 33, 25, List.of(ring(0, 30))),
                curve(SevenMachines.BUILT, 9.3, 2.6, List.of()),
                new Curve(SevenMachines.MINI, List.of(), List.of(), Curve.End.OPEN));
    }

    public static Curve curve(MachineMark machine, double empty, double full, List<MeasuredPoint> measured) {
        return new Curve(machine, points(empty, full, FULL), measured, Curve.End.OPEN);
    }

    public static List<CurvePoint> points(double empty, double full, double last) {
        double slope = (1 / full - 1 / empty) / FULL;
        var points = new ArrayList<CurvePoint>();
        points.add(point(0, empty, slope));
        for (double at = 1024; at < last - 1; at *= Math.pow(2, 0.25)) {
            points.add(point(at, empty, slope));
        }
        points.add(point(last, empty, slope));
        return points;
    }

    private static CurvePoint point(double at, double empty, double slope) {
        double speed = 1 / (1 / empty + slope * at);
        double spread = 0.04 + 0.08 * at / FULL;
        return new CurvePoint(at, speed * (1 - spread), speed, speed * (1 + spread));
    }

    static MeasuredPoint ring(double at, double value) {
        return new MeasuredPoint(at, value, "measured " + value);
    }

    public static ThroughputText text() {
        return new ThroughputText() {
            @Override
            public String unit() {
                return "tok/s";
            }

            @Override
            public String value(double value) {
                return value < 10 ? String.format(Locale.ROOT, "%.1f", value) : Long.toString(Math.round(value));
            }

            @Override
            public String tick(double value) {
                return String.format(Locale.ROOT, value < 1 && value > 0 ? "%.1f" : "%,.0f", value);
            }

            @Override
            public String place(double at) {
                return at >= 1_048_576
                        ? Math.round(at / 1_048_576) + "M"
                        : at >= 1024 ? Math.round(at / 1024) + "k" : Long.toString(Math.round(at));
            }

            @Override
            public String empty() {
                return "empty";
            }

            @Override
            public String spoken(MachineMark machine, CurvePoint point) {
                return machine.name() + ", " + value(point.expected()) + " tokens per second at " + place(point.at());
            }
        };
    }
}
