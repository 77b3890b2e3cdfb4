/// A machine's profile as a form of lines with typed figures, checked before it is saved.
@NullMarked
package org.tonari.profiles.forms;

import org.jspecify.annotations.NullMarked;
