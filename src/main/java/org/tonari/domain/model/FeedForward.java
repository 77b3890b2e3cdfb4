package org.tonari.domain.model;

/// The part of a layer that works on each token alone.
public sealed interface FeedForward {

    /// One network for every token.
    ///
    /// @param width    inner elements, at least 1
    /// @param matrices 3 where the activation is gated, 2 where it is not
    record Dense(long width, int matrices) implements FeedForward {
        public Dense {
            if (width <= 0 || matrices < 2 || matrices > 3) {
                throw new IllegalArgumentException("not a feed-forward network: " + width + " × " + matrices);
            }
        }
    }

    /// Many networks of which a router picks a few for each token.
    ///
    /// @param experts       how many there are
    /// @param active        how many a token uses
    /// @param width         inner elements of one expert
    /// @param matrices      3 where the activation is gated, 2 where it is not
    /// @param inputSize     elements an expert reads: the hidden size, or less where experts work in a latent space
    /// @param sharedWidth   inner elements of the experts every token uses, together; 0 where there are none
    /// @param parallelWidth inner elements of a dense network beside the experts; 0 where there is none
    record MixtureOfExperts(
            long experts, long active, long width, int matrices, long inputSize, long sharedWidth, long parallelWidth)
            implements FeedForward {
        public MixtureOfExperts {
            if (experts <= 0 || active <= 0 || active > experts || width <= 0 || inputSize <= 0) {
                throw new IllegalArgumentException(
                        "not a mixture of experts: " + active + " of " + experts + " × " + width);
            }
            if (matrices < 2 || matrices > 3 || sharedWidth < 0 || parallelWidth < 0) {
                throw new IllegalArgumentException("not a mixture of experts: " + matrices + " matrices");
            }
        }
    }

    /// No feed-forward network.
    record None() implements FeedForward {}
}
