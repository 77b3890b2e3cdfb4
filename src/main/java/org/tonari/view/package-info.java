/// Builds the window's scene in code and binds it to the view-models; decides nothing.
///
/// Every area is a function that takes a view-model and returns a region. Texts come live from message keys, colours
/// and sizes from `workbench.css`. UI thread only. May use view-models, charts, pictures, `text` and the control
/// libraries; neither the engine nor the profiles.
///
/// Here stands only what puts one window together. Below it stand rooms, arrows one way: `parts` knows no other; the
/// areas of the workbench are `fields`, `charts`, `table` and `why`, with `columns` for what they do with a machine;
/// around them are `window` and `dialogs`; pages, the manual and what is a person's own have rooms of their own.
@NullMarked
package org.tonari.view;

import org.jspecify.annotations.NullMarked;
