package org.tonari.text;

import java.util.Locale;

/// Messages on how right estimates are.
public enum ProofText implements MessageKey {
    PROMISE_DECODE_SPARK_LLAMA_SOURCE_OUT,
    PROMISE_DECODE_SOURCE_OUT,
    PROMISE_DECODE_MODEL_OUT,
    PROMISE_DECODE_MACHINE_OUT,
    PROMISE_PREFILL_SOURCE_OUT,
    PROMISE_PREFILL_MODEL_OUT,
    PROMISE_BATCH_DENSE_AND_EXPERTS,
    PROMISE_BATCH_HYBRIDS,
    PROMISE_TAU_MODEL_OUT,
    PROMISE_TAU_MACHINE_OUT,
    PROMISE_INTERVAL_COVERAGE,
    PROMISE_INTERVAL_NEAR_WIDTH,
    PROMISE_INTERVAL_FAR_WIDTH,
    PROMISE_FAILURES_REFUSED,
    PROMISE_RUNS_ACCEPTED,
    FIGURE_MEDIAN,
    FIGURE_P90,
    FIGURE_TAU,
    FIGURE_SHARE,
    FIGURE_SHARE_BY_MACHINE,
    FIGURE_HALF_WIDTH,
    FIGURE_COUNT,
    FIGURE_FALSE_FITS,
    TARGET,
    FIGURE,
    LIMIT,
    REACHED,
    OUT_OF,
    MET,
    NOT_MET,
    /// Limits of a figure.
    AT_MOST,
    AT_LEAST,
    BETWEEN,
    /// A figure and where it lies in 95 % of resamples.
    SPREAD,
    /// How many published rows are mapped and used.
    MAPPED,
    LEFT_OUT,
    /// That estimates were shifted to what the person measured.
    SHIFTED,
    /// How many verdicts disagree with what happened.
    ATTEMPTS,
    MEMORY_READ,
    MEMORY_FURTHEST,
    MEMORY_PART,
    MEMORY_OTHER_MACHINE,
    PART_WEIGHTS,
    PART_KV_CACHE,
    PART_RECURRENT_STATE,
    PART_ACTIVATIONS,
    PART_WITHOUT_RUNTIME,
    PART_REQUIRED,
    /// The page.
    COMPUTING,
    CANCEL,
    AXIS_MEASURED,
    AXIS_ESTIMATED,
    CHART_SUMMARY,
    CHART_HINT,
    DOT,
    MEASURE_DECODE,
    MEASURE_PREFILL,
    MEASURE_BATCH,
    KEPT_NOTHING,
    KEPT_SOURCE,
    KEPT_MODEL,
    KEPT_MACHINE,
    KEPT_CHIP,
    TAB_PROMISES,
    TAB_ERRORS,
    TAB_RUNS,
    TAB_MEMORY,
    TAB_LEFT_OUT,
    VERDICT,
    COMMON,
    ROWS,
    GROUPS,
    IN_INTERVAL,
    ERROR,
    REASON,
    BY_MACHINE,
    BY_RUNTIME,
    BY_FAMILY,
    BY_MODEL,
    BY_TIER,
    CHOOSE_MEASURE,
    CHOOSE_KEPT_BACK,
    CHOOSE_COMMON,
    TABLES;

    private final String key = "proof." + name().toLowerCase(Locale.ROOT);

    @Override
    public String key() {
        return key;
    }

    /// @param name of a promise, in capitals
    /// @return what it promises
    public static ProofText promise(String name) {
        return valueOf("PROMISE_" + name);
    }

    /// @param name of a kind of figure, in capitals
    /// @return its name
    public static ProofText figure(String name) {
        return valueOf("FIGURE_" + name);
    }
}
