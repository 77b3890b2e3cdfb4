/// Machines side by side under one setup, with pins and questions: what is on screen, undone, saved and exported.
///
/// Immutable; each column is a scenario.
@NullMarked
package org.tonari.domain.comparison;

import org.jspecify.annotations.NullMarked;
