/// What people bring themselves: machines, models, corrected figures, and speeds measured or typed.
///
/// Takes it in, checks it, has it kept outside, and offers it to the comparison.
@NullMarked
package org.tonari.viewmodel.own;

import org.jspecify.annotations.NullMarked;
