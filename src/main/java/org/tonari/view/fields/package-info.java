/// What is set above the charts: model, formats, runtime, numbers, and the slider of the context.
///
/// Bound to the view-models of choosing. UI thread only.
@NullMarked
package org.tonari.view.fields;

import org.jspecify.annotations.NullMarked;
