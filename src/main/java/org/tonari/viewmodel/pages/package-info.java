/// The pages beside the workbench: advice for buyers, the matrix of what runs, questions, and the proof of the engine.
///
/// Each page keeps its own choices and asks the engine in the background.
@NullMarked
package org.tonari.viewmodel.pages;

import org.jspecify.annotations.NullMarked;
