package org.tonari.evidence;

/// An estimate beside its measurement.
///
/// @param run      what was measured
/// @param measured tokens a second over all sequences
/// @param expected the estimate
/// @param low      lower end of its 80 % interval
/// @param high     upper end
public record Judgement(Reconstruction run, double measured, double expected, double low, double high) {
    /// @return the estimate over the measurement less one: above 0 where the estimate is too fast
    public double error() {
        return expected / measured - 1;
    }

    /// @return whether the measurement lies in the interval
    public boolean covered() {
        return low <= measured && measured <= high;
    }
}
