/// Tells model files of different formats apart and has each understood by its own reader.
@NullMarked
package org.tonari.profiles.importers;

import org.jspecify.annotations.NullMarked;
