/// This computer: what the operating system says of it, how fast its memory is, and both as a machine.
///
/// Looks at nothing but this computer, only when asked, and sends nothing anywhere. May use `domain`, `explain`,
/// `units` and OSHI.
@NullMarked
package org.tonari.local;

import org.jspecify.annotations.NullMarked;
