/// How much memory a scenario takes: weights, KV cache, fixed state, compute buffers, runtime, and the pools they go
/// to.
@NullMarked
package org.tonari.engine.memory;

import org.jspecify.annotations.NullMarked;
