/// Options that several commands share, and what they mean.
@NullMarked
package org.tonari.cli.options;

import org.jspecify.annotations.NullMarked;
