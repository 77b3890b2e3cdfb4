/// What the window shows and what people may do there, without a toolkit.
///
/// One immutable [org.tonari.domain.comparison.Comparison] is the truth; everything else derives from it, at most once
/// a frame.
/// Plain objects on `javafx.base` properties, used on the UI thread only. May use the engine, the profiles, `text` and
/// `domain`; no scene, stage, control, animation or thread of its own: frames, the UI thread, files and exports come in
/// through interfaces.
///
/// Here stands only [Workbench], which puts the view-models of one window together. Below it stand rooms, arrows one
/// way: `background`, `outside` and `window` know no comparison; `desk` holds it; `choosing`, `table` and `why` look at
/// it; `pages` and `own` take these up, `manual` and `work` the pages.
@NullMarked
package org.tonari.viewmodel;

import org.jspecify.annotations.NullMarked;
