/// Puts the rooms together: the program's entry, the composition root, preferences, theme, fonts.
///
/// Everything that touches the process, the file system of a person or the toolkit's start is here; all rooms may be
/// used, none uses this one.
@NullMarked
package org.tonari.app;

import org.jspecify.annotations.NullMarked;
