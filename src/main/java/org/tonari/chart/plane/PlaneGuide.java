package org.tonari.chart.plane;

/// A place that several points share, named above it.
///
/// @param x    where
/// @param text what it is
public record PlaneGuide(double x, String text) {}
