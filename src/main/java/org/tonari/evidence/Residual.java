package org.tonari.evidence;

import org.tonari.domain.Speed.Evidence;

/// How far one estimate was off.
///
/// @param run       what was measured
/// @param ratio     estimated speed over measured speed, above 0
/// @param tier      how near the rows lay that it was estimated from
/// @param remaining rows of the same machine and runtime among them
public record Residual(Reconstruction run, double ratio, Evidence tier, int remaining) {
    /// @return the relative error: above 0 where the estimate is too fast
    public double error() {
        return ratio - 1;
    }

    /// @return by what factor the estimate is off, either way, as a logarithm
    double logDistance() {
        return Math.abs(Math.log(ratio));
    }
}
