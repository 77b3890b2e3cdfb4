/// Understands GGUF files from their header alone: metadata and the table of tensors, never a weight.
///
/// [GgufModels] is the way in. What a header may ask for is bounded, because files come from anywhere.
@NullMarked
package org.tonari.profiles.gguf;

import org.jspecify.annotations.NullMarked;
