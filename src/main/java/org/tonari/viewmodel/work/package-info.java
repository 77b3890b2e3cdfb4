/// The comparison as something to keep and to hand on: saved files, the session, pictures, tables and texts.
///
/// Stands above the pages, which are saved with it; reading and writing themselves are done by `app`.
@NullMarked
package org.tonari.viewmodel.work;

import org.jspecify.annotations.NullMarked;
