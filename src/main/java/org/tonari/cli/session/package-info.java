/// What every command stands on: streams in and out, profiles, language, how it ends, and what is wrong with an input.
@NullMarked
package org.tonari.cli.session;

import org.jspecify.annotations.NullMarked;
