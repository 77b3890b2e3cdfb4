package org.tonari.units;

/// A number together with its unit. Immutable; the unit is the type.
public sealed interface Quantity
        permits BitsPerWeight,
                BytesPerSecond,
                Exact,
                Flops,
                FlopsPerSecond,
                JoulesPerToken,
                KilowattHours,
                Money,
                Ratio,
                Seconds,
                TokensPerSecond,
                Watts {

    /// The number in the type's base unit (bytes, seconds, tokens per second, …), finite.
    ///
    /// Counts beyond 2^53 lose their last digits here; read the record's own component where they matter.
    double magnitude();
}
