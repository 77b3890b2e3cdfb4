/// One model on one machine under one workload, and one change of it.
///
/// What every estimate is asked for.
@NullMarked
package org.tonari.domain.scenario;

import org.jspecify.annotations.NullMarked;
