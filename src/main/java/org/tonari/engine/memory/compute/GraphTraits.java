package org.tonari.engine.memory.compute;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// How llama.cpp builds the graph of an architecture family, as far as it bears on memory.
///
/// Checked against llama.cpp's own dry allocations, byte for byte: `llama` (also Mixtral), `qwen2`, `qwen3`,
/// `qwen3moe`, `gemma3`, `gpt-oss`, `deepseek2`, `qwen35`, `qwen35moe`, `nemotron_h_moe`.
///
/// @param quirks            departures from the plain graph
/// @param outputRows        where the rows of asked-for outputs are picked
/// @param positionsPerToken position numbers a token has: 4 where rotation runs over sections, else 1
record GraphTraits(Set<Quirk> quirks, OutputRows outputRows, int positionsPerToken) {

    /// A departure from the plain graph.
    enum Quirk {
        /// Queries and keys are not rotated.
        NO_ROTATION,
        /// Queries and keys are normalised, by head or whole.
        QUERY_KEY_NORM,
        /// Keys are projected before values.
        KEYS_BEFORE_VALUES,
        /// The embedding is scaled.
        SCALED_EMBEDDING,
        /// Attention and feed-forward outputs are normalised before they are added.
        POST_NORMS,
        /// Experts have biases.
        EXPERT_BIAS,
        /// The router's softmax runs over the chosen experts only.
        SOFTMAX_OF_CHOSEN,
        /// Weights of the chosen experts are taken as they are.
        PLAIN_EXPERT_WEIGHTS,
        /// A bias decides which experts are chosen.
        SELECTION_BIAS,
        /// Weights of the chosen experts are scaled.
        SCALED_EXPERT_WEIGHTS,
        /// The shared expert's output is gated.
        GATED_SHARED_EXPERT
    }

    /// Where the rows of asked-for outputs are picked.
    enum OutputRows {
        /// Behind the last layer's attention: its feed-forward network sees these rows only.
        LAST_ATTENTION,
        /// Behind the last layer.
        LAST_LAYER,
        /// Behind the last norm.
        LAST_NORM
    }

    private static final GraphTraits PLAIN = rows(OutputRows.LAST_ATTENTION);
    private static final GraphTraits QWEN3 = rows(OutputRows.LAST_ATTENTION, Quirk.QUERY_KEY_NORM);
    private static final GraphTraits GEMMA3 = rows(
            OutputRows.LAST_ATTENTION,
            Quirk.QUERY_KEY_NORM,
            Quirk.KEYS_BEFORE_VALUES,
            Quirk.SCALED_EMBEDDING,
            Quirk.POST_NORMS);
    private static final GraphTraits GPT_OSS =
            rows(OutputRows.LAST_LAYER, Quirk.KEYS_BEFORE_VALUES, Quirk.EXPERT_BIAS, Quirk.SOFTMAX_OF_CHOSEN);
    private static final GraphTraits DEEPSEEK2 =
            rows(OutputRows.LAST_ATTENTION, Quirk.SELECTION_BIAS, Quirk.SCALED_EXPERT_WEIGHTS);
    private static final GraphTraits QWEN35 = rows(
                    OutputRows.LAST_NORM, Quirk.QUERY_KEY_NORM, Quirk.GATED_SHARED_EXPERT)
            .withPositions(4);
    private static final GraphTraits NEMOTRON_H =
            rows(OutputRows.LAST_NORM, Quirk.NO_ROTATION, Quirk.SELECTION_BIAS, Quirk.SCALED_EXPERT_WEIGHTS);

    /// @param family llama.cpp's name of the architecture
    /// @return its traits; those of `llama` where the family is not known
    static GraphTraits of(String family) {
        return switch (family) {
            case "qwen3", "qwen3moe" -> QWEN3;
            case "gemma3" -> GEMMA3;
            case "gpt-oss" -> GPT_OSS;
            case "deepseek2" -> DEEPSEEK2;
            case "qwen35", "qwen35moe" -> QWEN35;
            case "nemotron_h", "nemotron_h_moe" -> NEMOTRON_H;
            default -> PLAIN;
        };
    }

    private static GraphTraits rows(OutputRows rows, Quirk... quirks) {
        var set = EnumSet.noneOf(Quirk.class);
        Collections.addAll(set, quirks);
        return new GraphTraits(Collections.unmodifiableSet(set), rows, 1);
    }

    private GraphTraits withPositions(int other) {
        return new GraphTraits(quirks, outputRows, other);
    }

    boolean has(Quirk quirk) {
        return quirks.contains(quirk);
    }
}
