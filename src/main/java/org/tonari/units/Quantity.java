package org.tonari.units;

/// A number together with its unit. Immutable; the unit is the type.
public sealed interface Quantity
        permits BitsPerWeight,
                ByteDifference,
                Bytes,
                BytesPerSecond,
                Count,
                Flops,
                FlopsPerSecond,
                JoulesPerToken,
                KilowattHours,
                Money,
                Ratio,
                Seconds,
                Tokens,
                TokensPerSecond,
                Watts {

    /// The number in the type's base unit (bytes, seconds, tokens per second, …), finite.
    ///
    /// Counts beyond 2^53 lose their last digits here; read the record's own component where they matter.
    double magnitude();
}
