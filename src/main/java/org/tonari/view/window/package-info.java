/// What frames the workbench and the pages alike: menus, keys, pins, notices, files dropped, the clipboard.
///
/// Calls the acts of the window through an interface. UI thread only.
@NullMarked
package org.tonari.view.window;

import org.jspecify.annotations.NullMarked;
