/// What people read: messages in every language, number formats, and the words for what the engine answers.
///
/// Nothing here computes an estimate or draws; a [org.tonari.text.Messages] and a [org.tonari.text.Formats] are
/// immutable, so switching the language or the unit means taking another one.
@NullMarked
package org.tonari.text;

import org.jspecify.annotations.NullMarked;
