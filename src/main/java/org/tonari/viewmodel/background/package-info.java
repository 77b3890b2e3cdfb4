/// How slow work leaves the UI thread and comes back: newest request wins, frames tick, people may end it.
///
/// Knows nothing of what the work is for; threads and frames themselves come from `app`.
@NullMarked
package org.tonari.viewmodel.background;

import org.jspecify.annotations.NullMarked;
