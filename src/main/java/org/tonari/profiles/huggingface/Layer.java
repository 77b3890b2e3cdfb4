package org.tonari.profiles.huggingface;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.FeedForward;
import org.tonari.domain.model.LayerGroup;
import org.tonari.domain.model.WeightTensor;

/// One layer of a model, as its configuration describes it.
///
/// @param kind            its name among the model's layers
/// @param attention       how it looks back
/// @param feedForward     what follows
/// @param smallParameters norms, biases and the like
/// @param adapters        matrices that belong to neither
record Layer(
        String kind, Attention attention, FeedForward feedForward, long smallParameters, List<WeightTensor> adapters) {

    Layer(String kind, Attention attention, FeedForward feedForward, long smallParameters) {
        this(kind, attention, feedForward, smallParameters, List.of());
    }

    /// Layers by kind, and for each layer from first to last the index of its kind.
    ///
    /// @param groups in order of first appearance
    /// @param order  an index for each layer
    record Stack(List<LayerGroup> groups, List<Integer> order) {}

    /// Layers of one kind that yet differ are told apart by a number.
    static Stack stack(List<Layer> layers) {
        var indices = new LinkedHashMap<Layer, Integer>();
        var order = new ArrayList<Integer>();
        for (Layer layer : layers) {
            order.add(indices.computeIfAbsent(layer, _ -> indices.size()));
        }
        var groups = new ArrayList<LayerGroup>();
        var names = new LinkedHashMap<String, Integer>();
        indices.forEach((layer, index) -> {
            int count = (int) order.stream().filter(index::equals).count();
            groups.add(layer.group(name(layer.kind(), names), count));
        });
        return new Stack(groups, order);
    }

    private static String name(String kind, Map<String, Integer> taken) {
        int times = taken.merge(kind, 1, Integer::sum);
        return times == 1 ? kind : kind + "_" + times;
    }

    private LayerGroup group(String name, int count) {
        return new LayerGroup(name, count, attention, feedForward, smallParameters, adapters);
    }
}
