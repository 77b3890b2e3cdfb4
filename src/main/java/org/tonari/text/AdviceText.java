package org.tonari.text;

import java.util.Locale;

/// Messages on which machine suits a wish.
public enum AdviceText implements MessageKey {
    RANK,
    STANDING,
    MEASURE,
    /// Where a machine stands.
    MEETS_ALL,
    OPEN,
    MISSES,
    /// The demands, as heads with their units.
    DEMAND_MEMORY,
    DEMAND_SOFTWARE,
    DEMAND_DECODE,
    DEMAND_FIRST_TOKEN,
    DEMAND_JOB_TIME,
    DEMAND_FORM,
    DEMAND_BUDGET,
    DEMAND_LOAD_WATTS,
    DEMAND_IDLE_WATTS,
    DEMAND_VOLUME,
    DEMAND_WEIGHT,
    DEMAND_NOISE,
    /// What orders machines that stand alike.
    MEASURE_PRICE,
    MEASURE_DECODE,
    MEASURE_FIRST_TOKEN,
    MEASURE_IDLE_WATTS,
    MEASURE_COMPUTE,
    MEASURE_COST,
    MEASURE_JOB_TIME,
    /// A reason, with the machine's number and the wanted one.
    REASON_AT_LEAST,
    REASON_AT_MOST,
    REASON_WORDS,
    REASON_OPEN,
    RULES,
    /// Fields.
    USE,
    BUDGET,
    LOAD_WATTS,
    VOLUME,
    WEIGHT,
    NOISE,
    DECODE_RATE,
    YES,
    NO;

    private final String key = "advice." + name().toLowerCase(Locale.ROOT);

    @Override
    public String key() {
        return key;
    }
}
