/// What a sticker promises against what a workload reaches: peaks by format, sparsity, bandwidth, and the roofline.
@NullMarked
package org.tonari.engine.reach;

import org.jspecify.annotations.NullMarked;
