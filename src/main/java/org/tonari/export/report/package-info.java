/// A comparison as one self-contained page of HTML: picture, table, assumptions, explanations, sources.
///
/// Nothing is computed here. Whatever comes from profiles is escaped; the page runs no script and loads nothing.
@NullMarked
package org.tonari.export.report;

import org.jspecify.annotations.NullMarked;
