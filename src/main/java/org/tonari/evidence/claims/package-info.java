/// The articles' claims, recomputed: each verdict follows from profiles and the engine, none is stored.
@NullMarked
package org.tonari.evidence.claims;

import org.jspecify.annotations.NullMarked;
