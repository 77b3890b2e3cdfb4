/// Why a number is what it is: the explanation of the selected one, as a tree of terms and as steps of a token.
///
/// Reads the answers of the desk; what is explained elsewhere borrows the tree.
@NullMarked
package org.tonari.viewmodel.why;

import org.jspecify.annotations.NullMarked;
