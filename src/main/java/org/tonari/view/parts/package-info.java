/// Small pieces that the workbench and the pages share: texts, number boxes, segments, rows, the frame of a page,
/// habits of dialogs, and what the window needs from outside.
///
/// Knows no page. UI thread only.
@NullMarked
package org.tonari.view.parts;

import org.jspecify.annotations.NullMarked;
