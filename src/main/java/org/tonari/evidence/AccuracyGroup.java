package org.tonari.evidence;

import java.util.OptionalDouble;

/// How far estimates are off over some rows.
///
/// Errors are told by group, so that long sweeps of one case do not drown single rows: a group's error is the median of
/// its rows' errors, and the figures here are taken over groups.
///
/// @param quantity        `decode`, `prefill` or `batch`
/// @param protocol        what was kept back
/// @param by              what the rows have in common: `all`, `machine`, `runtime`, `model` or `tier`
/// @param key             its value; empty for all
/// @param rows            how many
/// @param groups          of one source, machine, runtime, build, model and weight format
/// @param medianError     over groups, as a share
/// @param p90Error        nine groups of ten are off by less, as a share
/// @param bias            the median signed error of rows: above 0 where estimates are too fast
/// @param coverage        share of rows inside their 80 % interval
/// @param medianHalfWidth of the intervals, as a share of the estimate
/// @param kendallTau      how well machines are ordered where the same case ran on several; empty where none did
public record AccuracyGroup(
        String quantity,
        Protocol protocol,
        String by,
        String key,
        int rows,
        int groups,
        double medianError,
        double p90Error,
        double bias,
        double coverage,
        double medianHalfWidth,
        OptionalDouble kendallTau) {}
