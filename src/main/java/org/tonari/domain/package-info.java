/// The vocabulary: machines, models, formats, runtimes, scenarios and estimates as immutable records and sealed kinds.
///
/// Words only: no estimate, no file, no screen; what a description says by itself, such as the matrices of a layer, it
/// tells itself. Constructors check, so an object that exists is valid. A new attention or feed-forward kind is one
/// more sealed case; the compiler then lists every place that must answer for it.
@NullMarked
package org.tonari.domain;

import org.jspecify.annotations.NullMarked;
