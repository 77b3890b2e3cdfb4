package org.tonari.domain.model;

import java.util.List;
import java.util.Objects;

/// Layers of one kind; where they stand among the others is told by the model.
///
/// @param kind            the profile's name for them, such as `sliding`
/// @param count           how many, at least 1
/// @param attention       how they look back
/// @param feedForward     what follows
/// @param smallParameters norms, biases, sinks and the like in one layer: kept at full precision by every format
/// @param adapters        matrices of one layer that belong to neither, such as the gates of per-layer embeddings
public record LayerGroup(
        String kind,
        int count,
        Attention attention,
        FeedForward feedForward,
        long smallParameters,
        List<WeightTensor> adapters) {
    public LayerGroup {
        Objects.requireNonNull(attention);
        Objects.requireNonNull(feedForward);
        if (kind.isBlank() || count <= 0 || smallParameters < 0) {
            throw new IllegalArgumentException("not a group of layers: " + kind + " × " + count);
        }
        adapters = List.copyOf(adapters);
    }

    /// Layers without matrices beside attention and feed-forward network.
    public LayerGroup(String kind, int count, Attention attention, FeedForward feedForward, long smallParameters) {
        this(kind, count, attention, feedForward, smallParameters, List.of());
    }

    /// @return this kind, so many times
    public LayerGroup withCount(int other) {
        return new LayerGroup(kind, other, attention, feedForward, smallParameters, adapters);
    }
}
