/// What each kind of profile says, read from its tree into records of `domain`: one reader for each kind.
@NullMarked
package org.tonari.profiles.readers;

import org.jspecify.annotations.NullMarked;
