/// The dialogs by which a person brings models and measurements of their own. They bind to their view-models and decide
/// nothing.
@NullMarked
package org.tonari.view.own;

import org.jspecify.annotations.NullMarked;
