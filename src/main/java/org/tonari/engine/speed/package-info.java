/// How fast a scenario runs: the bytes a step reads, the work a prompt takes, and fitted rates that turn them into
/// time.
@NullMarked
package org.tonari.engine.speed;

import org.jspecify.annotations.NullMarked;
