/// Memory columns: what stands in each machine's memories, what it comes to, and what is left or missing.
///
/// Made of what all charts share (`chart`); knows no other kind of chart.
@NullMarked
package org.tonari.chart.memory;

import org.jspecify.annotations.NullMarked;
