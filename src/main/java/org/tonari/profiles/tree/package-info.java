/// A profile's JSON as a tree that knows the file and the place of each value: texts, numbers with units, figures with
/// their sources. What is wrong becomes a problem that says what was found and what was expected.
@NullMarked
package org.tonari.profiles.tree;

import org.jspecify.annotations.NullMarked;
