/// The estimation engine: one door, [org.tonari.engine.Estimator], from a scenario to an estimate.
///
/// Pure: immutable records in, immutable records out; no file, clock, locale, thread or logger. The same input gives
/// the same output on any thread. Split by question: `memory`, `fit`, `speed`, `compatibility`.
@NullMarked
package org.tonari.engine;

import org.jspecify.annotations.NullMarked;
