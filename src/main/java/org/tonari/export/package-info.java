/// Estimates as files: CSV, JSON, Markdown and pictures, each written whole or not at all.
///
/// What a file says is what window and command line say; nothing is computed here.
@NullMarked
package org.tonari.export;

import org.jspecify.annotations.NullMarked;
