/// The one comparison that everything on screen looks at, its history, and the engine's answers to it.
///
/// Knows none of those who look at it: fields, tables, explanations and pages stand above.
@NullMarked
package org.tonari.viewmodel.desk;

import org.jspecify.annotations.NullMarked;
