/// What can be done with a machine as a column, wherever it is shown: its menu, the list of columns, and the mark of
/// machines of the person's own. UI thread only.
@NullMarked
package org.tonari.view.columns;

import org.jspecify.annotations.NullMarked;
