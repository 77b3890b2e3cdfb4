/// What the window shows and what people may do there, without a toolkit.
///
/// One immutable [org.tonari.domain.Comparison] is the truth; everything else derives from it, at most once a frame.
/// Plain objects on `javafx.base` properties, used on the UI thread only. May use the engine, the profiles, `text` and
/// `domain`; no scene, stage, control, animation or thread of its own: frames, the UI thread, files and exports come in
/// through interfaces.
@NullMarked
package org.tonari.viewmodel;

import org.jspecify.annotations.NullMarked;
