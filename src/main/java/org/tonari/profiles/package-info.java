/// Profiles as files: reads, checks and saves the JSON behind machines, models, formats, runtimes and scenarios.
///
/// Every error names the file, the place in it, what was found and what was expected. What is read becomes records of
/// `domain`; the engine is not known here.
@NullMarked
package org.tonari.profiles;

import org.jspecify.annotations.NullMarked;
