/// A memory as the bigger questions fill it: what may be taken, what stands there, whether that fits.
@NullMarked
package org.tonari.engine.load;

import org.jspecify.annotations.NullMarked;
