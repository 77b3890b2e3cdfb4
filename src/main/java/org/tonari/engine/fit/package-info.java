/// Whether a scenario fits, how long a context could be, and which changes help.
@NullMarked
package org.tonari.engine.fit;

import org.jspecify.annotations.NullMarked;
