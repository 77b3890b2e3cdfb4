/// Machines that can be bought: their memories, processors and the links between them, every figure with its source.
///
/// Knows no model and no software.
@NullMarked
package org.tonari.domain.machine;

import org.jspecify.annotations.NullMarked;
