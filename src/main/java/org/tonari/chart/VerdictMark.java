package org.tonari.chart;

/// The shape before a verdict's words.
public enum VerdictMark {
    /// ● fits.
    FITS,
    /// ▲ runs, but tight, or from host memory.
    TIGHT,
    /// ■ runs in no way.
    DOES_NOT_FIT,
    /// ◇ cannot be told.
    UNKNOWN
}
