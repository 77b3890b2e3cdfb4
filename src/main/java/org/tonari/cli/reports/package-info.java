/// What commands print: tables, lists, explanations.
@NullMarked
package org.tonari.cli.reports;

import org.jspecify.annotations.NullMarked;
