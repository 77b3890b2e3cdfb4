/// What a run of llama.cpp left in its log: the memory it took, as evidence against the estimate.
@NullMarked
package org.tonari.evidence.logs;

import org.jspecify.annotations.NullMarked;
