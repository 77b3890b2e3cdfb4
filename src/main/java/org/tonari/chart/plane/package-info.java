/// Planes of points: a roofline, prices against speeds, and a scatter of runs.
///
/// Made of what all charts share (`chart`); knows no other kind of chart.
@NullMarked
package org.tonari.chart.plane;

import org.jspecify.annotations.NullMarked;
