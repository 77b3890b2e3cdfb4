/// The window of the documents for users: contents at the left, text at the right, a search above.
///
/// Draws the blocks of `manual` with nodes of the toolkit, so that theme, zoom and screen readers reach them. Decides
/// nothing; what is open, found and gone back to is the view-model's. UI thread only.
@NullMarked
package org.tonari.view.manual;

import org.jspecify.annotations.NullMarked;
