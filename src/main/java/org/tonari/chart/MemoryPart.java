package org.tonari.chart;

/// What stands in a memory, in the order in which it is drawn from the bottom.
public enum MemoryPart {
    SYSTEM,
    RUNTIME,
    WEIGHTS,
    KV_CACHE,
    /// State of fixed size, drawn like the cache.
    STATE,
    /// Low-rank matrices that are trained beside frozen weights.
    ADAPTERS,
    GRADIENTS,
    /// What an optimiser remembers of each trained weight.
    OPTIMISER,
    ACTIVATIONS,
    OTHER,
    /// Room up to the limit; given as a part so that it can be labelled, pointed at and selected.
    SPARE,
    /// Room above the limit that should stay free.
    KEPT_FREE
}
