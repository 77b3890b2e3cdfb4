/// What was worked out before, kept within bounds.
///
/// Remembering changes nothing but the time an answer takes: what is kept is immutable and follows from its key alone.
@NullMarked
package org.tonari.engine.memo;

import org.jspecify.annotations.NullMarked;
