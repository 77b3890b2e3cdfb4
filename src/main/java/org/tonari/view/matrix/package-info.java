/// The page "What fits where?": models × machines.
@NullMarked
package org.tonari.view.matrix;

import org.jspecify.annotations.NullMarked;
