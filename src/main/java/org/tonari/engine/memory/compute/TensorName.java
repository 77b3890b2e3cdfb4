package org.tonari.engine.memory.compute;

import java.util.Locale;

/// What a tensor of a forward pass holds. Tensors alike share a name.
public enum TensorName {
    INPUT_TOKENS,
    INPUT_EMBEDDING,
    INDEXER_INPUT,
    POSITIONS,
    QUERY_SCALE,
    STATE_ROWS,
    KEY_ROTATION,
    VALUE_ROTATION,
    KEY_CELLS,
    VALUE_CELLS,
    MASK,
    OUTPUT_ROWS,
    HIDDEN_STATE,
    LAYER_EMBEDDINGS,
    ATTENTION_NORM,
    QUERIES_KEYS_VALUES,
    QUERIES,
    KEYS,
    VALUES,
    QUERY_GATE,
    CONVERTED_KEYS,
    CONVERTED_VALUES,
    KQ,
    KQV,
    FLASH_ATTENTION_OUTPUT,
    ATTENTION_OUTPUT,
    LATENT_QUERIES,
    LATENT_KEYS,
    LATENT_VALUES,
    INDEXER_QUERIES,
    INDEXER_KEYS,
    INDEXER_SCORES,
    INDEXER_CHOICE,
    RECURRENCE_INPUT,
    RECURRENCE_GATE,
    RECURRENCE_OUTPUT,
    RECURRENCE_STATE,
    CONVOLUTION_INPUT,
    CONVOLUTION_OUTPUT,
    CONVOLUTION_STATE,
    FFN_NORM,
    FFN_GATE,
    FFN_UP,
    FFN_ACTIVATION,
    FFN_DOWN,
    EXPERT_PROBABILITIES,
    EXPERT_CHOICE,
    EXPERT_WEIGHTS,
    EXPERT_INPUT,
    EXPERT_GATE,
    EXPERT_UP,
    EXPERT_ACTIVATION,
    EXPERT_DOWN,
    EXPERT_SUM,
    SHARED_EXPERT_GATE,
    CACHE_STORE,
    LOGITS;

    private final String id = name().toLowerCase(Locale.ROOT);

    /// @return the name as an id of terms, in snake case
    public String id() {
        return id;
    }
}
