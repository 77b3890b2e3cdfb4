/// The command line: reads arguments, asks the engine, prints tables and JSON. A command is a class here; what commands
/// share are their session, options, reports and streams.
///
/// Results go to standard output, errors to standard error; nothing here computes an estimate or knows the window.
@NullMarked
package org.tonari.cli;

import org.jspecify.annotations.NullMarked;
