package org.tonari.chart.memory;

import org.tonari.units.Bytes;

/// How much memory something takes, or that nobody says.
public sealed interface Size {
    /// Nobody says; drawn hatched with "?" and never taken as 0.
    Size UNKNOWN = new Unknown();

    /// @param bytes how much
    record Known(Bytes bytes) implements Size {}

    /// Nobody says.
    record Unknown() implements Size {}

    /// @param bytes how much
    /// @return the known size
    static Size of(Bytes bytes) {
        return new Known(bytes);
    }

    /// @return the known bytes, nothing where unknown
    default Bytes orNothing() {
        return switch (this) {
            case Known(Bytes bytes) -> bytes;
            case Unknown _ -> Bytes.ZERO;
        };
    }

    /// @return whether somebody says
    default boolean isKnown() {
        return this instanceof Known;
    }
}
