package org.tonari.evidence;

import java.util.Locale;

/// What is promised about estimates; the limits stand with the target.
public enum Promise {
    /// Decode on a DGX Spark with llama.cpp, a source kept back, by group.
    DECODE_SPARK_LLAMA_SOURCE_OUT,
    /// Decode, a source kept back where at least five rows of the machine and runtime remain, by group.
    DECODE_SOURCE_OUT,
    /// Decode, a model kept back, by group.
    DECODE_MODEL_OUT,
    /// Decode, a machine kept back, by group.
    DECODE_MACHINE_OUT,
    /// Prefill, a source kept back where rows of the machine and runtime remain, by group.
    PREFILL_SOURCE_OUT,
    /// Prefill, a model kept back where rows of the machine and runtime remain, by group.
    PREFILL_MODEL_OUT,
    /// Two to 32 sequences of dense models and mixtures of experts, a model kept back, by row.
    BATCH_DENSE_AND_EXPERTS,
    /// Two to 32 sequences of models with fixed state, a model kept back, by row.
    BATCH_HYBRIDS,
    /// Kendall's τ of machines under one runtime, a model kept back.
    TAU_MODEL_OUT,
    /// Kendall's τ of machines under one runtime, a machine kept back.
    TAU_MACHINE_OUT,
    /// What 80 % intervals hold of rows kept back.
    INTERVAL_COVERAGE,
    /// Half-width of 80 % intervals, tiers A and B.
    INTERVAL_NEAR_WIDTH,
    /// Half-width of 80 % intervals, tiers C to E.
    INTERVAL_FAR_WIDTH,
    /// Cases known not to have fitted: how many there are, and how many of them are called a fit.
    FAILURES_REFUSED,
    /// Runs known to have fitted: the share called a fit or tight.
    RUNS_ACCEPTED;

    /// @return the name in JSON
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
