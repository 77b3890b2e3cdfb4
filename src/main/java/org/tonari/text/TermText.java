package org.tonari.text;

import java.util.Locale;
import java.util.Optional;

/// Terms of the field, each explained in a sentence or two, and some in the glossary too.
public enum TermText implements MessageKey {
    MODEL,
    WEIGHTS("Weights"),
    KV_CACHE("KV cache"),
    RUNTIME,
    CONTEXT("Context"),
    PROMPT,
    USERS("Concurrency"),
    TARGET,
    DECODE("Decode"),
    FIRST_TOKEN("Prefill"),
    PREFILL("Prefill"),
    VERDICT("Verdict"),
    SPARE,
    LONGEST_CONTEXT("Longest context"),
    INTERVAL("80 % interval"),
    POWER,
    ENERGY,
    PRICE,
    PRICE_PER_RATE,
    SAME_SCALE,
    FILL_EACH,
    GIB("GiB, GB"),
    GB("GiB, GB");

    private final String key = "meaning." + name().toLowerCase(Locale.ROOT);
    private final String entry;

    TermText() {
        this("");
    }

    /// @param entry how the English glossary begins what it says about the term
    TermText(String entry) {
        this.entry = entry;
    }

    /// @return how the English glossary begins what it says about the term, if it does
    public Optional<String> entry() {
        return Optional.of(entry).filter(word -> !word.isEmpty());
    }

    @Override
    public String key() {
        return key;
    }
}
