/// Controls that draw what they are given: memory columns, speed curves, a plane of points, and a scatter of runs.
///
/// The data are plain records with their texts already written, so nothing here formats a number by locale, computes
/// an estimate or knows a profile. Layout is pure and tested without a toolkit; skins paint it on a canvas. Colours are
/// CSS tokens from `chart.css`. May use `units`, `text`'s formats, `javafx.graphics` and `javafx.controls`; must not
/// use view-models or the engine.
@NullMarked
package org.tonari.chart;

import org.jspecify.annotations.NullMarked;
