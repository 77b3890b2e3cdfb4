package org.tonari.chart.speed;

/// A point of a curve and its 80 % interval.
///
/// @param at       tokens (0 is the empty context) or users
/// @param low      one time in ten it is lower
/// @param expected the estimate
/// @param high     one time in ten it is higher
public record CurvePoint(double at, double low, double expected, double high) {
    public CurvePoint {
        if (!(at >= 0 && low <= expected && expected <= high && low >= 0 && Double.isFinite(at + high))) {
            throw new IllegalArgumentException(
                    "not a point with its interval: " + at + ": " + low + " " + expected + " " + high);
        }
    }

    CurvePoint movedTo(double place) {
        return new CurvePoint(place, low, expected, high);
    }
}
