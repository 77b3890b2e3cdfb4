/// Profiles as files: finds them among the shipped ones and a person's own, and lists, checks and saves them.
///
/// Their JSON is a tree of known places (`tree`), read (`readers`) and written (`writers`) one kind at a time, filled
/// in
/// as forms (`forms`) and asked about as requests (`requests`); models come from files of other makers too (`gguf`,
/// `huggingface`). Every error names the file, the place in it, what was found and what was expected. What is read
/// becomes records of `domain`; the engine is not known here.
@NullMarked
package org.tonari.profiles;

import org.jspecify.annotations.NullMarked;
