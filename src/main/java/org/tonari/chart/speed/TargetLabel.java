package org.tonari.chart.speed;

import java.util.Optional;
import org.tonari.chart.Box;

/// Finds the place for the words at the target line: just above it at the first tick, else where no curve is near.
final class TargetLabel {
    private static final double RISE = 8;
    private static final double INSET = 8;
    private static final double STEP = 12;
    private static final double CLEARANCE = 10;
    private static final double LEAST_CLEARANCE = 4;
    private static final double HALF_LINE = 6;
    private static final double SCRUB_ROOM = 36;
    private static final double VALUE_ROOM = 48;

    private TargetLabel() {}

    /// @param lineY  y of the target line
    /// @param width  of the words
    /// @param scrubX x of the scrub line, right of which values stand, left of it where the axis ends
    /// @return where the words stand; nowhere where curves run through every place
    static Optional<Box> place(SpeedLayout layout, double lineY, double width, double scrubX) {
        ContextAxis axis = layout.scale().axis();
        boolean valuesLeft = scrubX > axis.end() + SpeedFrame.OVERRUN - VALUE_ROOM;
        double taken = scrubX - (valuesLeft ? SCRUB_ROOM : INSET);
        double free = scrubX + (valuesLeft ? INSET : SCRUB_ROOM);
        var best = new Box(axis.first() + INSET, lineY - RISE - HALF_LINE, width, 2 * HALF_LINE);
        double bestRoom = -1;
        for (double y : new double[] {lineY - RISE, lineY + RISE}) {
            if (y < layout.frame().top() - RISE || y > layout.frame().bottom() - RISE / 2) {
                continue;
            }
            for (double x = axis.first() + INSET; x + width < axis.end(); x += STEP) {
                boolean onScrub = x < free && x + width > taken;
                double room = onScrub ? -1 : room(layout, x, x + width, y);
                if (room > bestRoom) {
                    bestRoom = room;
                    best = new Box(x, y - HALF_LINE, width, 2 * HALF_LINE);
                }
                if (room >= CLEARANCE) {
                    return Optional.of(best);
                }
            }
        }
        return bestRoom < LEAST_CLEARANCE ? Optional.empty() : Optional.of(best);
    }

    /// @return how far the nearest curve is
    private static double room(SpeedLayout layout, double from, double to, double y) {
        double room = Double.POSITIVE_INFINITY;
        for (PlacedCurve curve : layout.curves()) {
            for (double x = from; x <= to + STEP / 2; x += STEP / 2) {
                if (curve.covers(x)) {
                    room = Math.min(room, Math.abs(curve.yAt(x) - y));
                }
            }
        }
        return Double.isInfinite(room) ? CLEARANCE : room;
    }
}
