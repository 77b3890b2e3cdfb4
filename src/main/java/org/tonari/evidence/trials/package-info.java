/// Published figures on several models, linked machines, training and generation beside the engine's own.
@NullMarked
package org.tonari.evidence.trials;

import org.jspecify.annotations.NullMarked;
