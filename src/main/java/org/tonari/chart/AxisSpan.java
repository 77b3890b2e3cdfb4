package org.tonari.chart;

/// What the horizontal axis of the speed chart spans, logarithmically.
///
/// @param min   the first tick, at least 1
/// @param max   the last tick, above `min`
/// @param start whether there is a slot for the empty context before the first tick
public record AxisSpan(double min, double max, Start start) {
    /// What stands left of the first tick.
    public enum Start {
        /// A slot for the empty context, parted from the rest by a break.
        EMPTY_SLOT,
        /// Nothing.
        FIRST_TICK
    }

    public AxisSpan {
        if (!(min >= 1 && max > min && Double.isFinite(max))) {
            throw new IllegalArgumentException("an axis spans from at least 1 upwards: " + min + " to " + max);
        }
    }

    /// @param max the longest context, in tokens
    /// @return the axis of contexts, from 1,024 tokens, with a slot for the empty one
    public static AxisSpan contexts(double max) {
        return new AxisSpan(1024, max, Start.EMPTY_SLOT);
    }

    /// @param max the most users
    /// @return the axis of users, from 1
    public static AxisSpan users(double max) {
        return new AxisSpan(1, max, Start.FIRST_TICK);
    }
}
