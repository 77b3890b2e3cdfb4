/// The pages of bigger questions: models together, linked machines, fine-tuning, pictures and video.
@NullMarked
package org.tonari.view.questions;

import org.jspecify.annotations.NullMarked;
