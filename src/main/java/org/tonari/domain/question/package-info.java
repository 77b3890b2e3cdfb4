/// Questions beyond one model on one machine, as a person asks them: linked machines, training, cost, wishes.
///
/// The answers to them stand in `answer`.
@NullMarked
package org.tonari.domain.question;

import org.jspecify.annotations.NullMarked;
