/// Software that runs a model: runtimes, how they allocate, and the formats they read and cache in.
///
/// Formats and runtimes stand together, as each says which of the other it goes with.
@NullMarked
package org.tonari.domain.runtime;

import org.jspecify.annotations.NullMarked;
