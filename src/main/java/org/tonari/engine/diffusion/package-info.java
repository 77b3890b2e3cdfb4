/// What generating pictures and clips takes: every part of the pipeline, and the time of each step.
@NullMarked
package org.tonari.engine.diffusion;

import org.jspecify.annotations.NullMarked;
