/// The command line: reads arguments, asks the engine, prints tables and JSON.
///
/// Results go to standard output, errors to standard error; nothing here computes an estimate or knows the window.
@NullMarked
package org.tonari.cli;

import org.jspecify.annotations.NullMarked;
