package org.tonari.engine.memory.compute;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// How llama.cpp builds the graph of an architecture family, as far as it bears on memory.
///
/// @param quirks            departures from the plain graph
/// @param outputRows        where the rows of asked-for outputs are picked
/// @param positionsPerToken position numbers a token has: 4 where rotation runs over sections, else 1
record GraphTraits(Set<Quirk> quirks, OutputRows outputRows, int positionsPerToken) {

    /// A departure from the plain graph.
    enum Quirk {
        /// Queries and keys are not rotated.
        NO_ROTATION,
        /// Layers that look back without limit do not rotate them, windowed ones do.
        UNROTATED_FULL_ATTENTION,
        /// Layers that look back without limit scale queries by position instead.
        SCALED_QUERIES,
        /// Queries and keys are normalised, by head or whole.
        QUERY_KEY_NORM,
        /// Values are normalised.
        VALUE_NORM,
        /// Keys are projected before values.
        KEYS_BEFORE_VALUES,
        /// One projection makes queries, keys and values.
        FUSED_PROJECTIONS,
        /// One projection makes gate and inner elements of a feed-forward network.
        FUSED_GATE_AND_UP,
        /// A delta rule's keys and queries are repeated for each value head.
        REPEATED_KEY_HEADS,
        /// One projection makes a delta rule's decay and rate.
        FUSED_DECAY_AND_RATE,
        /// The embedding is scaled.
        SCALED_EMBEDDING,
        /// Attention and feed-forward networks read the residual stream as it is.
        NO_PRE_NORMS,
        /// Attention and feed-forward outputs are normalised before they are added.
        POST_NORMS,
        /// The attention's output is added to the residual stream, not the stream to it.
        STREAM_BEFORE_ATTENTION,
        /// The feed-forward output is added to the residual stream, not the stream to it.
        STREAM_BEFORE_FEED_FORWARD,
        /// Experts have biases.
        EXPERT_BIAS,
        /// The router's softmax runs over the chosen experts only.
        SOFTMAX_OF_CHOSEN,
        /// Weights of the chosen experts are taken as they are.
        PLAIN_EXPERT_WEIGHTS,
        /// What experts read is weighted, not what they give.
        WEIGHTS_BEFORE_EXPERTS,
        /// A bias decides which experts are chosen.
        SELECTION_BIAS,
        /// The router's raw output decides which experts are chosen.
        CHOICE_BY_LOGITS,
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

    static GraphTraits rows(OutputRows rows, Quirk... quirks) {
        var set = EnumSet.noneOf(Quirk.class);
        Collections.addAll(set, quirks);
        return new GraphTraits(Collections.unmodifiableSet(set), rows, 1);
    }

    GraphTraits withPositions(int other) {
        return new GraphTraits(quirks, outputRows, other);
    }

    boolean has(Quirk quirk) {
        return quirks.contains(quirk);
    }
}
