/// A machine's profile as a person types it: texts that may still be wrong, and what is wrong with them.
///
/// What may not live here: reading and checking (`profiles`), names in a language (`text`), controls (`view`).
@NullMarked
package org.tonari.domain.form;

import org.jspecify.annotations.NullMarked;
