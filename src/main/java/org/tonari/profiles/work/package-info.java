/// Saved comparisons: files of JSON that hold everything a person decided in the window.
///
/// One reader and one writer; what a file says is read whole or refused with file, place, found and expected. Written
/// to disk by whoever asks, because a file is replaced in one step there.
@NullMarked
package org.tonari.profiles.work;

import org.jspecify.annotations.NullMarked;
