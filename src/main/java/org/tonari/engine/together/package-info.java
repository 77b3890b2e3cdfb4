/// Several models in one memory at once.
@NullMarked
package org.tonari.engine.together;

import org.jspecify.annotations.NullMarked;
