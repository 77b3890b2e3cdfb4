/// Records of `domain` as the JSON that their readers read.
@NullMarked
package org.tonari.profiles.writers;

import org.jspecify.annotations.NullMarked;
