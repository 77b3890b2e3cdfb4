/// The estimation engine: [org.tonari.engine.Estimator] leads from a scenario to an estimate,
/// [org.tonari.engine.Projector] from a bigger question to a projection.
///
/// Pure: immutable records in, immutable records out; no file, clock, locale, thread or logger. The same input gives
/// the same output on any thread. Split by question: a scenario's `memory`, `fit`, `speed`, `compatibility` and `cost`;
/// models `together`, a `fleet` of machines, `training` and `diffusion`, which share `load`; a buyer's `reach` and
/// `advice`. `memo` remembers.
@NullMarked
package org.tonari.engine;

import org.jspecify.annotations.NullMarked;
