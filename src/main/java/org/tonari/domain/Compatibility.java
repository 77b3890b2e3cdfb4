package org.tonari.domain;

import org.tonari.explain.Source;

/// Whether a runtime's kernels run natively on a machine.
///
/// @param state  how
/// @param why    in one sentence
/// @param source who states it
public record Compatibility(State state, String why, Source source) {
    /// How a model runs.
    public enum State {
        NATIVE,
        /// Weights are widened before each product.
        UPCAST,
        /// Kernels of an older generation run instead.
        FALLBACK,
        UNSUPPORTED,
        UNKNOWN
    }
}
