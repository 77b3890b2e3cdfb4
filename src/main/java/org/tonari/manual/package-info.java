/// The user's documents inside the program: which there are, in which languages, and what stands in them.
///
/// Markdown comes in, immutable blocks go out; the library that parses is known here alone. No toolkit and no network:
/// the files are part of the module, and are the very ones of the repository.
@NullMarked
package org.tonari.manual;

import org.jspecify.annotations.NullMarked;
