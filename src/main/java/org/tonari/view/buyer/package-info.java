/// The buyer's pages: software, sticker and reach, cost, which machine, claims. What is shown is decided in
/// `viewmodel`; words and digits come from `text`.
@NullMarked
package org.tonari.view.buyer;

import org.jspecify.annotations.NullMarked;
