/// Quantities with their unit in the type: what every other room counts in.
///
/// Here live immutable value types only. A signature takes `Bytes` or `Tokens`, never a bare number; GiB (2^30) and
/// GB (10^9) are ways to write `Bytes` and meet only in `text`. Nothing here reads, prints or depends on another room.
@NullMarked
package org.tonari.units;

import org.jspecify.annotations.NullMarked;
