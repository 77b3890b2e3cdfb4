/// The pages that hold one choice against many: models × machines, and the ways to store one model's weights.
@NullMarked
package org.tonari.view.matrix;

import org.jspecify.annotations.NullMarked;
