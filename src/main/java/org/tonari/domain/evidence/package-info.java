/// What others published or measured, and what was fitted to it: measurements, claims, trials, the calibration.
///
/// The fit itself is done in the room `evidence` above the engine.
@NullMarked
package org.tonari.domain.evidence;

import org.jspecify.annotations.NullMarked;
