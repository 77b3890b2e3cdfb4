package org.tonari.viewmodel;

/// Which speed the curves show.
public enum SpeedMeasure {
    /// Tokens a second with the context in the cache.
    DECODE,
    /// Seconds until the first token after a prompt as long as the context.
    FIRST_TOKEN,
    /// Prompt tokens a second, over a prompt as long as the context.
    PREFILL
}
