package org.tonari.engine.speed;

import org.jspecify.annotations.Nullable;
import org.tonari.domain.answer.MemoryStack;
import org.tonari.domain.answer.Speed.Evidence;
import org.tonari.domain.evidence.Calibration;
import org.tonari.domain.evidence.Calibration.Interval;
import org.tonari.domain.scenario.Scenario;

/// How wide the 80 % interval is: the estimate divided and multiplied by a factor learnt from rows kept back.
final class Intervals {
    /// Few published rows show a split over card and host, and they scatter this much.
    private static final double SPLIT = 1.4;

    private Intervals() {}

    /// @param quantity `decode`, `prefill` or `batch`
    /// @return a factor of at least 1: that of the tier and runtime, else of the tier, else the tier's own default
    static double factor(
            Calibration calibration, Scenario scenario, MemoryStack memory, Evidence tier, String quantity) {
        double factor = factor(calibration, scenario.runtime().id(), tier, quantity);
        return memory.placement().isSplit() ? Math.max(SPLIT, factor) : factor;
    }

    private static double factor(Calibration calibration, String runtime, Evidence tier, String quantity) {
        @Nullable Interval ofTier = null;
        for (Interval interval : calibration.intervals()) {
            if (interval.tier() == tier && interval.quantity().equals(quantity)) {
                if (!runtime.isEmpty() && interval.runtime().equals(runtime)) {
                    return interval.factor();
                }
                ofTier = ofTier == null && interval.runtime().isEmpty() ? interval : ofTier;
            }
        }
        return ofTier == null ? otherwise(tier) : ofTier.factor();
    }

    /// Held-out errors of a plain trial over twenty machines, for tiers that the calibration has no width for.
    private static double otherwise(Evidence tier) {
        return switch (tier) {
            case A -> 1.04;
            case B -> 1.10;
            case C -> 1.12;
            case D -> 1.15;
            case E -> 1.25;
        };
    }
}
