/// What the charts share: a canvas that repaints once a frame, ink and type, marks that can be pointed at and walked to
/// by keys, ticks, and labels that keep apart.
///
/// `chart.memory`, `chart.speed` and `chart.plane` draw with it. The data are plain records with their texts already
/// written, so nothing here formats a number by locale, computes an estimate or knows a profile. Layout is pure and
/// tested without a toolkit; skins paint it on a canvas. Colours are CSS tokens from `chart.css`. May use `units`,
/// `text`'s formats, `javafx.graphics` and `javafx.controls`; must not use view-models or the engine.
@NullMarked
package org.tonari.chart;

import org.jspecify.annotations.NullMarked;
