package org.tonari.chart.speed;

/// A published measurement, drawn as a ring.
///
/// @param at     tokens or users
/// @param value  what was measured
/// @param spoken what a screen reader says
public record MeasuredPoint(double at, double value, String spoken) {}
