/// Models as data: layers of attention and feed-forward kinds, their matrices, and models that make pictures.
///
/// A new kind is one more sealed case. Knows no machine and no software.
@NullMarked
package org.tonari.domain.model;

import org.jspecify.annotations.NullMarked;
