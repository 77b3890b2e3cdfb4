package org.tonari.units;

/// An amount in one currency. Amounts in different currencies never meet.
///
/// @param amount   in the currency's main unit, finite, at least 0
/// @param currency which one
public record Money(double amount, Currency currency) implements Quantity {
    /// The currencies that prices are quoted in.
    public enum Currency {
        JPY,
        USD,
        CNY,
        EUR
    }

    public Money {
        if (!(amount >= 0 && Double.isFinite(amount))) {
            throw new IllegalArgumentException("an amount of money must be finite and not negative: " + amount);
        }
    }

    @Override
    public double magnitude() {
        return amount;
    }
}
