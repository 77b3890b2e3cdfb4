package org.tonari.chart.speed;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The one function between a place on the logarithmic axis and an x; the slider and the speed chart share it.
///
/// Rising values have rising x. Values between 0 and the first tick lie in the slot of the empty context, where there
/// is one; without a slot they lie on the first tick.
///
/// @param span   what the axis spans
/// @param origin x of the plot's left edge
/// @param first  x of the first tick
/// @param end    x of the last
public record ContextAxis(AxisSpan span, double origin, double first, double end) {
    private static final double EMPTY_INSET = 16;
    private static final double FIRST_INSET = 58;
    /// A tick nearer than this to the last place gives way to it.
    private static final double CROWDED = 1.4;
    /// On an axis of fewer doublings, ticks halve each of them.
    private static final double SOME_OCTAVES = 3.5;
    /// On an axis of fewer doublings still, they stand in equal steps.
    private static final double FEW_OCTAVES = 2.2;
    private static final double FEWEST_STEPS = 5;

    public ContextAxis {
        if (!(origin <= first && first < end)) {
            throw new IllegalArgumentException("an axis runs from left to right: " + origin + " " + first + " " + end);
        }
    }

    /// @param span what the axis spans
    /// @param left x of the plot's left edge
    /// @param end  x of the last tick, right of the first one
    /// @return the axis of a plot between the two
    public static ContextAxis between(AxisSpan span, double left, double end) {
        double inset =
                switch (span.start()) {
                    case EMPTY_SLOT -> FIRST_INSET;
                    case FIRST_TICK -> EMPTY_INSET;
                };
        return new ContextAxis(span, left, left + inset, Math.max(end, left + inset + 1));
    }

    /// @return the axis when everything is drawn `factor` times as large
    public ContextAxis scaled(double factor) {
        return new ContextAxis(span, origin * factor, first * factor, end * factor);
    }

    /// @return x of the smallest place: the empty context, or the first tick
    public double start() {
        return switch (span.start()) {
            case EMPTY_SLOT -> origin + (first - origin) * EMPTY_INSET / FIRST_INSET;
            case FIRST_TICK -> first;
        };
    }

    /// @param at tokens or users, at least 0
    /// @return its x, from the start to the end of the axis
    public double x(double at) {
        if (at < span.min()) {
            return start() + (first - start()) * Math.max(at, 0) / span.min();
        }
        double share = Math.log(at / span.min()) / Math.log(span.max() / span.min());
        return first + (end - first) * Math.min(share, 1);
    }

    /// @param x any x; outside the axis its ends count
    /// @return the place there, between tick values too
    public double at(double x) {
        if (x < first) {
            double room = first - start();
            return room <= 0 ? span.min() : span.min() * Math.clamp((x - start()) / room, 0, 1);
        }
        double share = Math.min((x - first) / (end - first), 1);
        return span.min() * Math.pow(span.max() / span.min(), share);
    }

    /// @param x      any x
    /// @param within how near a tick catches
    /// @return the place there, or the tick (or the empty context) nearest to it
    public double snapped(double x, double within) {
        double best = Math.max(at(x), span.lowest());
        double nearest = within;
        for (double tick : stops()) {
            double distance = Math.abs(x(tick) - x);
            if (distance <= nearest) {
                nearest = distance;
                best = tick;
            }
        }
        return best;
    }

    /// @return powers of two, or equal steps where few of those are on the axis, and the last place there is
    public List<Double> ticks() {
        var ticks = new ArrayList<Double>();
        boolean ends = span.end() == AxisSpan.End.LAST_TICK;
        for (double tick : span.octaves() < FEW_OCTAVES ? equalSteps() : octaves()) {
            boolean crowded = ends && tick > span.min() && tick * CROWDED > span.max();
            if (tick == Math.rint(tick) && tick >= span.min() && tick <= span.max() && !crowded) {
                ticks.add(tick);
            }
        }
        if (ends) {
            ticks.add(span.max());
        }
        return ticks.stream().distinct().toList();
    }

    private double[] octaves() {
        int steps = span.octaves() < SOME_OCTAVES ? 2 : 1;
        double first = Math.pow(2, Math.floor(log2(span.min())));
        int count = (int) Math.ceil(span.octaves() + 2) * steps;
        return IntStream.range(0, count)
                .mapToDouble(i -> first * Math.pow(2, i / steps) * (1 + (double) (i % steps) / steps))
                .toArray();
    }

    /// A power of two, as large as leaves enough of them.
    private double[] equalSteps() {
        double step = Math.max(1, Math.pow(2, Math.floor(log2((span.max() - span.min()) / FEWEST_STEPS))));
        double first = Math.ceil(span.min() / step);
        return IntStream.rangeClosed(0, (int) (span.max() / step - first))
                .mapToDouble(i -> (first + i) * step)
                .toArray();
    }

    private static double log2(double at) {
        return Math.log(at) / Math.log(2) + 1e-9;
    }

    private List<Double> stops() {
        var stops = new ArrayList<>(ticks());
        if (span.start() == AxisSpan.Start.EMPTY_SLOT) {
            stops.add(0.0);
        }
        return stops;
    }
}
