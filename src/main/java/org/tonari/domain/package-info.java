/// The vocabulary: machines, models, formats, runtimes, scenarios and estimates as immutable records and sealed kinds.
///
/// Words only: no estimate, no file, no screen; what a description says by itself, such as the matrices of a layer, it
/// tells itself. Constructors check, so an object that exists is valid. A new attention or feed-forward kind is one
/// more sealed case; the compiler then lists every place that must answer for it.
///
/// It stands in rooms, arrows one way: `machine` and `model` know nothing of each other; `runtime` runs models on
/// machines; a `scenario` names one of each; a `question` goes beyond it; a `comparison` holds what a person chose; an
/// `answer` is the engine's; `evidence` is what answers are held against; a `form` is a machine while it is typed.
@NullMarked
package org.tonari.domain;

import org.jspecify.annotations.NullMarked;
