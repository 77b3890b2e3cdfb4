package org.tonari.evidence;

/// How well machines are ordered: Kendall's τ over pairs of machines that ran the same case.
///
/// @param value of all pairs, from -1 to 1
/// @param low   of 95 % of resamples of the cases, the lower end
/// @param high  the upper end
/// @param pairs of machines
public record Tau(double value, double low, double high, int pairs) {}
