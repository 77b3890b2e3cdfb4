/// What people set on the workbench: columns, model, formats, runtime, context, numbers typed, pins.
///
/// Each is a window on the comparison and changes it by acts; none keeps a state that the comparison could contradict.
@NullMarked
package org.tonari.viewmodel.choosing;

import org.jspecify.annotations.NullMarked;
