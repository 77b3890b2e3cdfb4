package org.tonari.chart;

/// How large a chart is, in logical pixels.
///
/// @param leastWidth  below which it is not drawn
/// @param leastHeight the same
/// @param width       that it would like to have
/// @param height      the same
public record Room(double leastWidth, double leastHeight, double width, double height) {}
