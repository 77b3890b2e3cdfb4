/// The two charts of the workbench with what stands around them: keys, switches, and the sheet at the pointer.
///
/// The charts themselves take plain data (`chart`); here they are given it. UI thread only.
@NullMarked
package org.tonari.view.charts;

import org.jspecify.annotations.NullMarked;
