/// What the engine answers: memory, fit, speed, cost, compatibility, and projections of larger questions.
///
/// Words for answers only; no row of evidence and no comparison is known here.
@NullMarked
package org.tonari.domain.answer;

import org.jspecify.annotations.NullMarked;
