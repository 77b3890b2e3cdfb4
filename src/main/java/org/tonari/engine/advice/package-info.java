/// Which machine for a wish: every demand is a test with its numbers, and the order follows from stated rules.
@NullMarked
package org.tonari.engine.advice;

import org.jspecify.annotations.NullMarked;
