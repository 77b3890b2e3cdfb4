package org.tonari.text;

import java.util.Locale;

/// Messages on what machines and their running cost.
public enum CostText implements MessageKey {
    /// Heads of the table, each with its unit.
    IDLE_WATTS,
    WATTS,
    JOULES_PER_TOKEN,
    ENERGY_PER_MILLION,
    ELECTRICITY_PER_MILLION,
    PURCHASE,
    PURCHASE_PER_MILLION,
    TOTAL_PER_MILLION,
    PRICE_PER_GIGABYTE,
    PRICE_PER_RATE,
    BREAK_EVEN_TOKENS,
    BREAK_EVEN_DAYS,
    /// The assumptions in one line.
    ASSUMED,
    /// The cloud's price, or that none was entered.
    CLOUD,
    NO_CLOUD,
    /// What the heads mean.
    NOTE,
    /// Fields of the assumptions.
    ELECTRICITY,
    YEARS,
    HOURS,
    UTILISATION,
    CLOUD_PRICE,
    YEN_PER_DOLLAR;

    private final String key = "cost." + name().toLowerCase(Locale.ROOT);

    @Override
    public String key() {
        return key;
    }
}
