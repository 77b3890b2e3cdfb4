package org.tonari.evidence;

import java.util.Arrays;

/// Huber's weights: rows that lie far off count less.
final class Robust {
    private static final double LEAST_SCALE = 0.02;
    private static final double MAD_TO_SIGMA = 1.4826;
    private static final double HUBER = 2.5;
    private static final double LEAST_WEIGHT = 0.05;

    private Robust() {}

    /// @param residuals relative
    /// @return for each 1, or less where it lies more than 2.5 robust deviations off
    static double[] weights(double[] residuals) {
        double[] sizes = Arrays.stream(residuals).map(Math::abs).sorted().toArray();
        double scale = Math.max(LEAST_SCALE, MAD_TO_SIGMA * sizes[sizes.length / 2]);
        return Arrays.stream(residuals)
                .map(residual -> Math.abs(residual) / (HUBER * scale))
                .map(distance -> distance < 1 ? 1 : Math.max(LEAST_WEIGHT, 1 / distance))
                .toArray();
    }
}
