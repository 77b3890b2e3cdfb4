/// Dialogs about the window rather than about a machine or a model: preferences, export, keys, and what Tonari is.
///
/// They bind to their view-models and decide nothing. UI thread only.
@NullMarked
package org.tonari.view.dialogs;

import org.jspecify.annotations.NullMarked;
