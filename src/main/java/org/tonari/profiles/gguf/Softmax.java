package org.tonari.profiles.gguf;

import java.util.EnumSet;
import java.util.OptionalLong;
import java.util.Set;
import org.tonari.domain.model.Attention.Heads;
import org.tonari.domain.model.Attention.Trait;
import org.tonari.explain.Refused;

/// Reads the heads of softmax attention and holds them against the sizes of the layer's matrices.
final class Softmax {
    private static final String QUERY = "attn_q.weight";
    private static final String KEY = "attn_k.weight";
    private static final String FUSED = "attn_qkv.weight";
    private static final int FIRST_SHARED_OF_GEMMA3N = 20;

    private final Hyperparameters numbers;
    private final long firstShared;

    Softmax(Hyperparameters numbers, int layers) {
        this.numbers = numbers;
        OptionalLong shared = numbers.stated("attention.shared_kv_layers");
        this.firstShared = numbers.architecture().equals("gemma3n") && shared.isEmpty()
                ? FIRST_SHARED_OF_GEMMA3N
                : layers - shared.orElse(0);
    }

    /// @param windowed whether the layer looks back over a window; such layers may have heads of a size of their own
    Heads heads(LayerTensors layer, boolean windowed) {
        int index = layer.index();
        long query = numbers.needed("attention.head_count", index);
        long keyValue = numbers.stated("attention.head_count_kv", index).orElse(query);
        long usual = query == 0 ? 0 : numbers.stated("embedding_length").orElse(0) / query;
        long keySize = size("attention.key_length", windowed, index, usual);
        long valueSize = size("attention.value_length", windowed, index, usual);
        Heads heads = new Heads(query, keyValue, keySize, valueSize, traits(layer, query * keySize));
        requireKeys(layer, heads);
        return heads;
    }

    /// @return the heads of latent attention that is cached unfolded
    Heads unfolded(LayerTensors layer) {
        long query = numbers.needed("attention.head_count", layer.index());
        return new Heads(
                query,
                numbers.stated("attention.head_count_kv", layer.index()).orElse(query),
                numbers.needed("attention.key_length"),
                numbers.needed("attention.value_length"),
                Set.of());
    }

    private long size(String key, boolean windowed, int layer, long usual) {
        long stated = numbers.stated(key, layer).orElse(usual);
        return windowed ? numbers.stated(key + "_swa", layer).orElse(stated) : stated;
    }

    private Set<Trait> traits(LayerTensors layer, long queryWidth) {
        var traits = EnumSet.noneOf(Trait.class);
        if (layer.has(FUSED)) {
            traits.add(Trait.FUSED_PROJECTION);
        } else if (layer.has(KEY) && !layer.has("attn_v.weight")) {
            traits.add(Trait.KEY_IS_VALUE);
        }
        if (layer.size(QUERY, 1) == 2 * queryWidth) {
            traits.add(Trait.OUTPUT_GATE);
        }
        if (layer.index() >= firstShared) {
            traits.add(Trait.SHARED_CACHE);
        }
        return traits;
    }

    private static void requireKeys(LayerTensors layer, Heads heads) {
        if (layer.has(KEY) && layer.size(KEY, 1) != heads.keyWidth()) {
            throw new Refused("keys of {0} elements in a matrix of {1} rows", heads.keyWidth(), layer.size(KEY, 1));
        }
        long fused = Math.multiplyExact(heads.query(), heads.keySize()) + heads.keyWidth() + heads.valueWidth();
        if (layer.has(FUSED) && layer.size(FUSED, 1) != fused) {
            throw new Refused(
                    "queries, keys and values of {0} elements in a matrix of {1} rows", fused, layer.size(FUSED, 1));
        }
    }
}
