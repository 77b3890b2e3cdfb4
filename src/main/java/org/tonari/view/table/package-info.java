/// The table of machines below the charts: its rows, its heads, and the figures in its cells.
///
/// Bound to the view-model of the table. UI thread only.
@NullMarked
package org.tonari.view.table;

import org.jspecify.annotations.NullMarked;
