/// The memory a runtime computes in: activations, masks and logits beside weights and caches.
///
/// One entry, [org.tonari.engine.memory.compute.ComputeBuffer]. For llama.cpp its graph of a forward pass is rebuilt
/// tensor by tensor and its allocator replayed, which is exact; the other runtimes have closed forms.
@NullMarked
package org.tonari.engine.memory.compute;

import org.jspecify.annotations.NullMarked;
