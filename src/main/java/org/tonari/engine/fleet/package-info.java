/// One model on several linked machines.
@NullMarked
package org.tonari.engine.fleet;

import org.jspecify.annotations.NullMarked;
