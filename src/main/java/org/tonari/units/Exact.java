package org.tonari.units;

/// A quantity that is an exact whole number, whatever its size.
public sealed interface Exact extends Quantity permits ByteDifference, Bytes, Count, Tokens {
    /// @return the number, to its last digit
    long whole();
}
