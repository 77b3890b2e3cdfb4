/// Whether a runtime's kernels run natively on a machine, with the source and date of each statement.
@NullMarked
package org.tonari.engine.compatibility;

import org.jspecify.annotations.NullMarked;
