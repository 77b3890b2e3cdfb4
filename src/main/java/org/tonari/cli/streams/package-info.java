/// Many answers in one run: files of scenarios, line by line, and sweeps over machines, models and contexts.
@NullMarked
package org.tonari.cli.streams;

import org.jspecify.annotations.NullMarked;
