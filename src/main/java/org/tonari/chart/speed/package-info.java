/// Speed curves over context or users, with their scrub line, end labels, ghosts and measured circles.
///
/// Made of what all charts share (`chart`); knows no other kind of chart.
@NullMarked
package org.tonari.chart.speed;

import org.jspecify.annotations.NullMarked;
