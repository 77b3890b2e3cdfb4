/// What fine-tuning takes: weights, adapters, gradients, optimiser, activations, and the time of a step.
@NullMarked
package org.tonari.engine.training;

import org.jspecify.annotations.NullMarked;
