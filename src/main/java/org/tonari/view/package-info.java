/// Builds the window's scene in code and binds it to the view-models; decides nothing.
///
/// Every area is a function that takes a view-model and returns a region. Texts come live from message keys, colours
/// and sizes from `workbench.css`. UI thread only. May use view-models, charts, pictures, `text` and the control
/// libraries; neither the engine nor the profiles.
@NullMarked
package org.tonari.view;

import org.jspecify.annotations.NullMarked;
