/// The panel beside the charts that explains the selected number: total, tree, sources, steps of a token, remedies.
///
/// UI thread only.
@NullMarked
package org.tonari.view.why;

import org.jspecify.annotations.NullMarked;
