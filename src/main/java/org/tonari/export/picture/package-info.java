/// The comparison as pictures: what the charts draw for an estimate, the sheet that is exported, and its file.
///
/// Window and command line show the same picture because both take it from here.
@NullMarked
package org.tonari.export.picture;

import org.jspecify.annotations.NullMarked;
