package org.tonari.chart;

/// What stands in a memory, in the order in which it is drawn from the bottom.
public enum MemoryPart {
    SYSTEM,
    RUNTIME,
    WEIGHTS,
    KV_CACHE,
    /// State of fixed size, drawn like the cache.
    STATE,
    ACTIVATIONS,
    OTHER,
    /// Room up to the limit; given as a part so that it can be labelled, pointed at and selected.
    SPARE,
    /// Room above the limit that should stay free.
    KEPT_FREE
}
