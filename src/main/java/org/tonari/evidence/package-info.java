/// What was measured, what is fitted from it, and how far estimates are off.
///
/// Published rows become scenarios of the engine; its own formulas, taken with every rate at one, give the features
/// that a hierarchy of ridge regressions fits. No window here.
@NullMarked
package org.tonari.evidence;

import org.jspecify.annotations.NullMarked;
