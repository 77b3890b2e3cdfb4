/// What lies outside of the window as the view-models ask for it: the hub, servers, this computer, files of machines.
///
/// Interfaces that `app` implements, what they hand over, and what stands in where there is nothing outside.
@NullMarked
package org.tonari.viewmodel.outside;

import org.jspecify.annotations.NullMarked;
