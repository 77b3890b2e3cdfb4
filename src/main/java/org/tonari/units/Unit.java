package org.tonari.units;

import java.util.function.DoubleFunction;

/// What a computed number is counted in; makes the [Quantity] of that type.
///
/// Counted units are exact whole numbers, the others are doubles.
public enum Unit {
    BYTES(true, value -> new Bytes(Math.round(value))),
    BYTE_DIFFERENCE(true, value -> new ByteDifference(Math.round(value))),
    TOKENS(true, value -> new Tokens(Math.round(value))),
    COUNT(true, value -> new Count(Math.round(value))),
    BYTES_PER_SECOND(false, BytesPerSecond::new),
    FLOPS(false, Flops::new),
    FLOPS_PER_SECOND(false, FlopsPerSecond::new),
    SECONDS(false, Seconds::new),
    TOKENS_PER_SECOND(false, TokensPerSecond::new),
    RATIO(false, Ratio::new),
    BITS_PER_WEIGHT(false, BitsPerWeight::new),
    WATTS(false, Watts::new),
    JOULES_PER_TOKEN(false, JoulesPerToken::new),
    KILOWATT_HOURS(false, KilowattHours::new),
    YEN(false, value -> new Money(value, Money.Currency.JPY));

    private final boolean counted;
    private final DoubleFunction<Quantity> constructor;

    Unit(boolean counted, DoubleFunction<Quantity> constructor) {
        this.counted = counted;
        this.constructor = constructor;
    }

    /// @return whether quantities of this unit are exact whole numbers
    public boolean isCounted() {
        return counted;
    }

    /// @return the quantity of this unit nearest to `value`
    public Quantity of(double value) {
        if (counted && !(Math.abs(value) < 0x1p63)) {
            throw new ArithmeticException("out of range: " + value + " " + this);
        }
        return constructor.apply(value);
    }

    /// @return the quantity of this unit that is exactly `value`
    public Quantity of(long value) {
        return switch (this) {
            case BYTES -> new Bytes(value);
            case BYTE_DIFFERENCE -> new ByteDifference(value);
            case TOKENS -> new Tokens(value);
            case COUNT -> new Count(value);
            default -> of((double) value);
        };
    }
}
