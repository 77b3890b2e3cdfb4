package org.tonari.domain.model;

/// What a weight tensor is for; formats choose precision by role.
public enum TensorRole {
    TOKEN_EMBEDDING,
    OUTPUT_HEAD,
    ATTENTION_QUERY,
    ATTENTION_KEY,
    ATTENTION_VALUE,
    /// Query, key and value in one matrix, as state layers have them.
    ATTENTION_FUSED,
    ATTENTION_GATE,
    ATTENTION_OUTPUT,
    /// Down-projections of latent attention (`q_a`, `kv_a`).
    LATENT_DOWN,
    /// Up-projections of latent attention (`q_b`, `k_b`, `v_b`).
    LATENT_UP,
    INDEXER,
    STATE_INPUT,
    STATE_OUTPUT,
    /// Small per-head maps of a state layer (time step, decay).
    STATE_SMALL,
    FEED_FORWARD_GATE,
    FEED_FORWARD_UP,
    FEED_FORWARD_DOWN,
    EXPERT_GATE,
    EXPERT_UP,
    EXPERT_DOWN,
    SHARED_EXPERT_GATE,
    SHARED_EXPERT_UP,
    SHARED_EXPERT_DOWN,
    /// Into and out of the latent space that experts work in.
    EXPERT_LATENT,
    ROUTER,
    /// Matrices of a layer that mix in what a lookup table holds for it.
    LAYER_EMBEDDING,
    /// Norms, biases, sinks.
    SMALL,
    VISION,
    AUDIO,
    MTP,
    LOOKUP_TABLE;

    /// @return whether a token reads only its chosen experts' share of this
    public boolean isRoutedExpert() {
        return this == EXPERT_GATE || this == EXPERT_UP || this == EXPERT_DOWN;
    }
}
