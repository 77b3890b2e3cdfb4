/// The page on how right estimates are: measured against estimated, promises, errors, and rows left out.
@NullMarked
package org.tonari.view.proof;

import org.jspecify.annotations.NullMarked;
