/// Where numbers come from: the source of each figure and the tree behind each computed value.
///
/// A computed number *is* its explanation: [Term] computes the value from its parts, so the two cannot drift apart.
/// This room knows units only; it neither formats nor translates.
@NullMarked
package org.tonari.explain;

import org.jspecify.annotations.NullMarked;
