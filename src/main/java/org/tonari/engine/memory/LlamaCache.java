package org.tonari.engine.memory;

import java.util.ArrayList;
import java.util.List;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.Attention.Heads;
import org.tonari.domain.model.Attention.LatentAttention;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.model.LayerGroup;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.memory.compute.LlamaCells;
import org.tonari.explain.Answer;
import org.tonari.explain.Operation;
import org.tonari.explain.Term;
import org.tonari.units.Unit;

/// The KV cache of llama.cpp, exact to the byte.
///
/// For each layer `streams × cells × (key row + value row)`; sliding layers stop growing at their window, latent
/// attention keeps keys only, an indexer adds a cache of its own, layers that share another's cache add nothing.
/// Rules: `src/llama-kv-cache.cpp`, `src/llama-kv-cache-iswa.cpp` of llama.cpp v0.5.0.
final class LlamaCache {
    private final Scenario scenario;
    private final LlamaCells cells;
    private final long widestValue;

    private LlamaCache(Scenario scenario) {
        this.scenario = scenario;
        this.cells = LlamaCells.of(scenario);
        this.widestValue = widestValue(scenario.model());
    }

    private static long widestValue(LanguageModel model) {
        long widest = 0;
        for (LayerGroup group : model.groups()) {
            widest = Math.max(widest, valueWidth(group.attention()));
        }
        return widest;
    }

    /// @return the cache's bytes, or the fact that is missing to tell them
    static Answer of(Scenario scenario) {
        for (LayerGroup group : scenario.model().groups()) {
            if (group.attention() instanceof Attention.Undescribed(var missing)) {
                return new Answer.Unknown(missing);
            }
        }
        return Answer.of(new LlamaCache(scenario).total());
    }

    private Term total() {
        var parts = new ArrayList<Term>();
        for (LayerGroup group : scenario.model().groups()) {
            parts.addAll(layers(group));
        }
        return Term.derived("kv_cache_bytes", Unit.BYTES, Operation.SUM, parts);
    }

    /// @return the caches of one kind of layers, none where they keep none
    private List<Term> layers(LayerGroup group) {
        return switch (group.attention()) {
            case Attention.FullAttention(Heads heads) -> softmax("full_attention_cache", group, heads, cells.full());
            case Attention.SlidingWindowAttention(Heads heads, long window) ->
                softmax("sliding_window_cache", group, heads, cells.windowed(window));
            case Attention.ChunkedAttention(Heads heads, long chunk) ->
                softmax("chunked_attention_cache", group, heads, cells.windowed(chunk));
            case LatentAttention latent -> List.of(latent(group, latent));
            case Attention.SparseLatentAttention sparse ->
                List.of(latent(group, sparse.latent()), indexer(group, sparse.indexerSize()));
            case Attention.StateSpace _,
                    Attention.GatedDelta _,
                    Attention.ShortConvolution _,
                    Attention.None _,
                    Attention.Undescribed _ -> List.of();
        };
    }

    private List<Term> softmax(String id, LayerGroup group, Heads heads, Term cellsEach) {
        if (!heads.ownsCache()) {
            return List.of();
        }
        Term kvHeads = Leaf.model("kv_heads", heads.keyValue(), scenario.model());
        Term keys = CacheRow.bytes(
                "key_row_bytes",
                product("key_width", kvHeads, Leaf.model("key_size", heads.keySize(), scenario.model())),
                scenario.keys());
        Term values = CacheRow.bytes("value_row_bytes", valueElements(heads, kvHeads), scenario.values());
        Term row = Term.derived("row_bytes", Unit.BYTES, Operation.SUM, keys, values);
        return List.of(cache(id, group, cellsEach, row));
    }

    /// Without flash attention values are stored transposed, in one width for all layers: the widest
    /// (`n_embd_v_gqa_max`).
    private Term valueElements(Heads heads, Term kvHeads) {
        if (!scenario.workload().flashAttention().isOn() && heads.valueWidth() != widestValue) {
            return Leaf.model("widest_value_width", widestValue, scenario.model());
        }
        return product("value_width", kvHeads, Leaf.model("value_size", heads.valueSize(), scenario.model()));
    }

    /// Keys only: values are a view of the keys (llama.cpp PR #19067).
    private Term latent(LayerGroup group, LatentAttention latent) {
        Term width = Term.derived(
                "latent_width",
                Unit.COUNT,
                Operation.SUM,
                Leaf.model("latent_rank", latent.latentRank(), scenario.model()),
                Leaf.model("rope_size", latent.ropeSize(), scenario.model()));
        return cache("latent_cache", group, cells.full(), CacheRow.bytes("key_row_bytes", width, scenario.keys()));
    }

    /// One key head a token for the indexer (`llama-kv-cache-dsa.cpp`).
    private Term indexer(LayerGroup group, long size) {
        Term width = Leaf.model("indexer_size", size, scenario.model());
        return cache("indexer_cache", group, cells.full(), CacheRow.bytes("key_row_bytes", width, scenario.keys()));
    }

    private Term cache(String id, LayerGroup group, Term cellsEach, Term row) {
        Term layers = Leaf.model("layers", group.count(), scenario.model());
        return scenario.workload().concurrency() == 1
                ? Term.derived(id, Unit.BYTES, Operation.PRODUCT, layers, cellsEach, row)
                : Term.derived(id, Unit.BYTES, Operation.PRODUCT, cells.streams(), layers, cellsEach, row);
    }

    private static Term product(String id, Term left, Term right) {
        return Term.derived(id, Unit.COUNT, Operation.PRODUCT, left, right);
    }

    private static long valueWidth(Attention attention) {
        return switch (attention) {
            case Attention.FullAttention(Heads heads) -> heads.valueWidth();
            case Attention.SlidingWindowAttention(Heads heads, long _) -> heads.valueWidth();
            case Attention.ChunkedAttention(Heads heads, long _) -> heads.valueWidth();
            case LatentAttention _, Attention.SparseLatentAttention _ -> 0;
            case Attention.StateSpace _,
                    Attention.GatedDelta _,
                    Attention.ShortConvolution _,
                    Attention.None _,
                    Attention.Undescribed _ -> 0;
        };
    }
}
