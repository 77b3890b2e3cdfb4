package org.tonari.engine.memory.compute;

/// The lengths of the cache around one length, counted in steps, at which every comparison asked for so far comes out
/// as it does there.
///
/// Sizes and addresses of a replay are linear in the length of the cache, so a comparison of two of them holds on one
/// side of a point, and all together hold on a stretch.
final class Stretch {
    /// Longer than any cache can be.
    private static final long BEYOND = 1L << 44;

    /// More than doubles lose in two products.
    private static final double SLACK = 1.000001;

    private final long steps;
    private long shorter;
    private long longer = BEYOND;

    /// @param steps the length of the cache, at least 1
    Stretch(long steps) {
        this.steps = steps;
        this.shorter = steps - 1;
    }

    /// @return the length everything was compared at
    long steps() {
        return steps;
    }

    /// @return the shortest length at which all comparisons come out alike
    long shortest() {
        return steps - shorter;
    }

    /// @return the longest length at which all comparisons come out alike
    long longest() {
        return steps + longer;
    }

    /// Nothing is said of any other length.
    void narrowToHere() {
        shorter = 0;
        longer = 0;
    }

    /// @param most a length not below this one
    void narrowTo(long most) {
        longer = Math.min(longer, most - steps);
    }

    /// @param least a length not above this one
    void narrowFrom(long least) {
        shorter = Math.min(shorter, steps - least);
    }

    /// @param difference of two values at this length
    /// @param growth     of that difference with each step
    /// @return whether the difference is at least 0
    boolean isAtLeastNothing(long difference, long growth) {
        if (growth != 0) {
            narrow(difference >= 0 ? difference : -difference - 1, difference >= 0 ? growth : -growth);
        }
        return difference >= 0;
    }

    /// @param difference of two values at this length
    /// @param growth     of that difference with each step
    /// @return whether the difference is 0
    boolean isNothing(long difference, long growth) {
        if (growth != 0) {
            if (difference == 0) {
                narrowToHere();
            } else {
                narrow(Math.abs(difference) - 1, difference > 0 ? growth : -growth);
            }
        }
        return difference == 0;
    }

    /// Most comparisons change nothing; this tells so without a division.
    ///
    /// @return whether `margin ÷ growth` may be below so many steps
    private static boolean isBelow(long margin, long steps, long growth) {
        return margin < SLACK * steps * growth;
    }

    /// @param margin how far a value may fall, at least 0
    /// @param growth how much it grows with each step, or falls where negative
    private void narrow(long margin, long growth) {
        if (growth > 0) {
            if (isBelow(margin, shorter, growth)) {
                shorter = Math.min(shorter, margin / growth);
            }
        } else if (isBelow(margin, longer, -growth)) {
            longer = Math.min(longer, margin / -growth);
        }
    }
}
