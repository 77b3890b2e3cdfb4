/// What belongs to the window rather than to the comparison: its looks and language, and the notice that it shows.
///
/// Knows no comparison.
@NullMarked
package org.tonari.viewmodel.window;

import org.jspecify.annotations.NullMarked;
