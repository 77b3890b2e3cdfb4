package org.tonari.profiles.gguf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The tensors of one layer, or those outside all layers.
///
/// @param index  of the layer from 0, or −1 outside
/// @param byName by their names within the layer, such as `attn_q.weight`
record LayerTensors(int index, Map<String, GgufTensor> byName) {
    private static final String BLOCK = "blk.";
    private static final int MOST_DIGITS = 5;

    LayerTensors {
        byName = Map.copyOf(byName);
    }

    /// @param layers how many layers there are; tensors of later ones stand apart at the end
    /// @return the tensors outside, those of each layer, and those of layers beyond the last
    static List<LayerTensors> of(List<GgufTensor> tensors, int layers) {
        var maps = new ArrayList<Map<String, GgufTensor>>();
        for (int i = 0; i < layers + 2; i++) {
            maps.add(new HashMap<>());
        }
        for (GgufTensor tensor : tensors) {
            int layer = layer(tensor.name());
            if (layer < 0) {
                maps.getFirst().put(tensor.name(), tensor);
            } else if (layer < layers) {
                maps.get(layer + 1).put(local(tensor.name()), tensor);
            } else {
                maps.getLast().put(tensor.name(), tensor);
            }
        }
        var all = new ArrayList<LayerTensors>();
        for (int i = 0; i < maps.size(); i++) {
            all.add(new LayerTensors(i - 1, maps.get(i)));
        }
        return all;
    }

    /// @return the layer a tensor's name says it belongs to, or −1
    static int layer(String name) {
        int end = name.indexOf('.', BLOCK.length());
        if (!name.startsWith(BLOCK) || end < 0 || end - BLOCK.length() > MOST_DIGITS || end == BLOCK.length()) {
            return -1;
        }
        int layer = 0;
        for (char digit : name.substring(BLOCK.length(), end).toCharArray()) {
            if (digit < '0' || digit > '9') {
                return -1;
            }
            layer = layer * 10 + (digit - '0');
        }
        return layer;
    }

    private static String local(String name) {
        return name.substring(name.indexOf('.', BLOCK.length()) + 1);
    }

    boolean has(String name) {
        return byName.containsKey(name);
    }

    Optional<GgufTensor> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /// @return a tensor's elements along a dimension, or 0 where there is no such tensor
    long size(String name, int dimension) {
        return find(name).map(tensor -> tensor.size(dimension)).orElse(0L);
    }
}
