/// A scenario, its questions and a person's own figures as JSON, in and out: what the command line's streams and saved
/// work are made of.
@NullMarked
package org.tonari.profiles.requests;

import org.jspecify.annotations.NullMarked;
