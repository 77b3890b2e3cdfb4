/// The answers as rows of a table and as the figures of a pointed-at place, with what changed against a pin.
///
/// Reads results only and changes nothing.
@NullMarked
package org.tonari.viewmodel.table;

import org.jspecify.annotations.NullMarked;
