package org.tonari.chart.speed;

/// What the horizontal axis of the speed chart spans, logarithmically.
///
/// @param min   the first place, at least 1
/// @param max   the last place, above `min`
/// @param start whether there is a slot for the empty context before the first place
/// @param end   whether the axis ends where the places do
public record AxisSpan(double min, double max, Start start, End end) {
    /// What stands left of the first place.
    public enum Start {
        /// A slot for the empty context, parted from the rest by a break.
        EMPTY_SLOT,
        /// Nothing.
        FIRST_TICK
    }

    /// What stands at the right.
    public enum End {
        /// The last place there is; it has a tick.
        LAST_TICK,
        /// Places go on beyond.
        OPEN
    }

    public AxisSpan {
        if (!(min >= 1 && max > min && Double.isFinite(max))) {
            throw new IllegalArgumentException("an axis spans from at least 1 upwards: " + min + " to " + max);
        }
    }

    /// @param max the longest context, in tokens
    /// @return the axis of contexts, from 1,024 tokens, with a slot for the empty one
    public static AxisSpan contexts(double max) {
        return new AxisSpan(1024, max, Start.EMPTY_SLOT, End.LAST_TICK);
    }

    /// @param max the most users
    /// @return the axis of users, from 1
    public static AxisSpan users(double max) {
        return new AxisSpan(1, max, Start.FIRST_TICK, End.LAST_TICK);
    }

    /// @return the first place that is on the axis: 0 where the empty context has a slot
    public double lowest() {
        return switch (start) {
            case EMPTY_SLOT -> 0;
            case FIRST_TICK -> min;
        };
    }

    /// @return whether a place is on the axis
    public boolean covers(double at) {
        return at >= lowest() && at <= max;
    }

    /// @return how often the first place doubles up to the last
    public double octaves() {
        return Math.log(max / min) / Math.log(2);
    }
}
