package org.tonari.text;

import java.util.Locale;

/// Messages that window, command line and exports share.
public enum CommonText implements MessageKey {
    /// What the product is.
    TAGLINE,
    /// "estimate": marks every figure that nobody measured.
    ESTIMATE,
    ESTIMATED_WITH,
    MEASURED,
    EXACT,
    UNKNOWN,
    AT_LEAST,
    NOT_APPLICABLE,
    ON,
    OFF,
    ALL,
    AUTO,
    NONE,
    MODEL,
    WEIGHTS,
    KV_CACHE,
    RUNTIME,
    CONTEXT,
    PROMPT,
    USERS,
    MACHINE,
    MEMORY,
    SPEED,
    COST,
    SOFTWARE,
    VERDICT,
    REQUIRED,
    REQUIRED_RANGE,
    RESERVED,
    USABLE,
    CAPACITY,
    SPARE,
    KEPT_FREE,
    SYSTEM,
    LONGEST_CONTEXT,
    DECODE,
    AGGREGATE,
    PREFILL,
    FIRST_TOKEN,
    LIMITED_BY,
    EVIDENCE,
    INTERVAL,
    WATTS,
    JOULES_PER_TOKEN,
    JOULES_EACH,
    PRICE,
    PRICE_PER_RATE,
    REMEDIES,
    WHY,
    SOURCE,
    MISSING,
    AS_OF,
    TOKENS,
    YOUR_OWN,
    /// In place of a format: weights as a file stores them.
    FROM_FILE,
    /// A word and what it stands before.
    LABELLED,
    /// One of several statements and the next.
    ALSO,
    /// One of several figures and the next.
    LISTED,
    /// A sentence and the next.
    SENTENCES;

    private final String key = "common." + name().toLowerCase(Locale.ROOT);

    @Override
    public String key() {
        return key;
    }
}
