/// What a machine and its running cost: energy and yen for a million tokens, price for what one gets, break-even.
@NullMarked
package org.tonari.engine.cost;

import org.jspecify.annotations.NullMarked;
