package org.tonari.text;

import java.util.Locale;

/// Terms of the field, each explained in a sentence or two.
public enum TermText implements MessageKey {
    MODEL,
    WEIGHTS,
    KV_CACHE,
    RUNTIME,
    CONTEXT,
    PROMPT,
    USERS,
    TARGET,
    DECODE,
    FIRST_TOKEN,
    PREFILL,
    VERDICT,
    SPARE,
    LONGEST_CONTEXT,
    INTERVAL,
    POWER,
    ENERGY,
    PRICE,
    PRICE_PER_RATE,
    SAME_SCALE,
    FILL_EACH,
    GIB,
    GB;

    private final String key = "meaning." + name().toLowerCase(Locale.ROOT);

    @Override
    public String key() {
        return key;
    }
}
