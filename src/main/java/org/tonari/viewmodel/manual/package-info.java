/// The documents for users: the one that is open, its chapters, and the search through them.
///
/// Beside the comparison: it knows of pages only which chapter explains which.
@NullMarked
package org.tonari.viewmodel.manual;

import org.jspecify.annotations.NullMarked;
