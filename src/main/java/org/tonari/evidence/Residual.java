package org.tonari.evidence;

import org.tonari.domain.answer.Speed.Evidence;

/// How far one estimate was off.
///
/// @param run       what was measured
/// @param measured  tokens a second, over all sequences
/// @param ratio     estimated speed over measured speed, above 0
/// @param tier      how near the rows lay that it was estimated from
/// @param remaining rows of the same machine and runtime among them
public record Residual(Reconstruction run, double measured, double ratio, Evidence tier, int remaining) {
    /// @return the relative error: above 0 where the estimate is too fast
    public double error() {
        return ratio - 1;
    }

    /// @return the estimate, tokens a second
    public double estimated() {
        return measured * ratio;
    }

    /// @return by what factor the estimate is off, either way, as a logarithm
    double logDistance() {
        return Math.abs(Math.log(ratio));
    }

    /// @return this as an example of a tier
    Residual of(Evidence other) {
        return new Residual(run, measured, ratio, other, remaining);
    }

    /// @return machine and runtime: rows of one cell are not independent of each other
    String cell() {
        return run.measurement().machine() + "|" + run.measurement().runtime();
    }
}
