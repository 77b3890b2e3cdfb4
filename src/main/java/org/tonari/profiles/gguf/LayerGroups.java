package org.tonari.profiles.gguf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.FeedForward;
import org.tonari.domain.model.LayerGroup;
import org.tonari.domain.model.WeightTensor;

/// Gathers layers that are alike into groups, in order of first appearance.
final class LayerGroups {
    private final Map<Kind, Integer> counts = new LinkedHashMap<>();
    private final Map<Kind, Integer> indices = new HashMap<>();
    private final List<Integer> order = new ArrayList<>();

    /// What makes layers alike.
    record Kind(Attention attention, FeedForward feedForward, long smallParameters, List<WeightTensor> adapters) {
        Kind {
            adapters = List.copyOf(adapters);
        }
    }

    void add(Kind kind) {
        counts.merge(kind, 1, Integer::sum);
        order.add(indices.computeIfAbsent(kind, _ -> indices.size()));
    }

    /// @return for each layer the index of its group
    List<Integer> order() {
        return List.copyOf(order);
    }

    List<LayerGroup> groups() {
        var names = new HashSet<String>();
        var groups = new ArrayList<LayerGroup>();
        counts.forEach((kind, count) -> groups.add(new LayerGroup(
                name(kind, names),
                count,
                kind.attention(),
                kind.feedForward(),
                kind.smallParameters(),
                kind.adapters())));
        return groups;
    }

    private static String name(Kind kind, Set<String> taken) {
        String network =
                switch (kind.feedForward()) {
                    case FeedForward.Dense _ -> "dense";
                    case FeedForward.MixtureOfExperts _ -> "moe";
                    case FeedForward.None _ -> "bare";
                };
        String attention = attention(kind.attention(), network);
        if (taken.add(attention)) {
            return attention;
        }
        String both = attention + "_" + network;
        String name = both;
        for (int i = 2; !taken.add(name); i++) {
            name = both + "_" + i;
        }
        return name;
    }

    private static String attention(Attention attention, String network) {
        return switch (attention) {
            case Attention.FullAttention _ -> "full";
            case Attention.SlidingWindowAttention _ -> "sliding";
            case Attention.ChunkedAttention _ -> "chunked";
            case Attention.LatentAttention _ -> "latent";
            case Attention.SparseLatentAttention _ -> "sparse_latent";
            case Attention.StateSpace _ -> "mamba";
            case Attention.GatedDelta _ -> "delta";
            case Attention.ShortConvolution _ -> "convolution";
            case Attention.None _ -> network;
            case Attention.Undescribed _ -> "undescribed";
        };
    }
}
