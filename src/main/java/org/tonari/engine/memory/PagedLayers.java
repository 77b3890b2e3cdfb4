package org.tonari.engine.memory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.Attention.Heads;
import org.tonari.domain.model.Attention.LatentAttention;
import org.tonari.domain.model.LayerGroup;
import org.tonari.domain.scenario.Scenario;
import org.tonari.explain.Operation;
import org.tonari.explain.Term;
import org.tonari.units.Unit;

/// Layers that a runtime of blocks treats alike: as far back as they look and as wide as their rows are.
///
/// @param id       what their share is called
/// @param layers   how many
/// @param reach    how far back they look
/// @param perToken bytes of a token in one layer; of a sequence for a state
record PagedLayers(String id, long layers, Reach reach, Term perToken) {
    /// An indexer's key in 8 bits with a scale for each 128 elements.
    private static final long INDEXER_SCALE_BYTES = 4;

    private static final long INDEXER_SCALE_BLOCK = 128;

    /// `fp8_ds_mla`: 512 elements in 8 bits, four scales, and the rotary key in 16 bits.
    private static final long SPARSE_SCALE_BYTES = 4;

    private static final long ROTARY_BYTES = 2;

    /// How far back layers look.
    sealed interface Reach {
        record All() implements Reach {}

        record Window(long tokens) implements Reach {}

        record Chunk(long tokens) implements Reach {}

        /// Not by tokens: a fixed state.
        ///
        /// @param drafted tokens drafted ahead, for each of which a copy is kept
        record State(long drafted) implements Reach {}
    }

    /// @param drafted tokens drafted ahead
    /// @return the kinds of layers of the model, equal ones together, in order of first appearance
    static Collection<PagedLayers> of(Scenario scenario, long drafted) {
        Map<List<Object>, PagedLayers> kinds = new LinkedHashMap<>();
        for (LayerGroup group : scenario.model().groups()) {
            for (PagedLayers each : of(group, scenario, drafted)) {
                kinds.merge(
                        List.of(each.id, each.reach, each.perToken.bytes()),
                        each,
                        (left, right) ->
                                new PagedLayers(left.id, left.layers + right.layers, left.reach, left.perToken));
            }
        }
        withDraftingLayer(scenario, kinds);
        return kinds.values();
    }

    /// An MTP head has a layer of its own that caches as the model's last layer with attention does.
    private static void withDraftingLayer(Scenario scenario, Map<List<Object>, PagedLayers> kinds) {
        if (!MultiTokenHead.isLoaded(scenario)) {
            return;
        }
        kinds.values().stream()
                .filter(kind -> kind.reach instanceof Reach.All)
                .findFirst()
                .ifPresent(kind -> kinds.put(
                        List.of(kind.id, kind.reach, kind.perToken.bytes()),
                        new PagedLayers(kind.id, kind.layers + 1, kind.reach, kind.perToken)));
    }

    private static List<PagedLayers> of(LayerGroup group, Scenario scenario, long drafted) {
        return switch (group.attention()) {
            case Attention.FullAttention(Heads heads) ->
                softmax("full_attention_cache", group, heads, new Reach.All(), scenario);
            case Attention.SlidingWindowAttention(Heads heads, long window) ->
                softmax("sliding_window_cache", group, heads, new Reach.Window(window), scenario);
            case Attention.ChunkedAttention(Heads heads, long chunk) ->
                softmax("chunked_attention_cache", group, heads, new Reach.Chunk(chunk), scenario);
            case LatentAttention latent ->
                List.of(new PagedLayers(
                        "latent_cache", group.count(), new Reach.All(), latentRow(latent.cacheWidth(), scenario)));
            case Attention.SparseLatentAttention sparse ->
                List.of(
                        new PagedLayers("latent_cache", group.count(), new Reach.All(), sparseRow(sparse, scenario)),
                        new PagedLayers(
                                "indexer_cache", group.count(), new Reach.All(), indexerRow(sparse.indexerSize())));
            case Attention.StateSpace _, Attention.GatedDelta _, Attention.ShortConvolution _ ->
                RecurrentState.paged(group.attention(), scenario, drafted)
                        .map(state -> new PagedLayers(
                                "state_of_layers_bytes", group.count(), new Reach.State(drafted), state))
                        .stream()
                        .toList();
            case Attention.None _, Attention.Undescribed _ -> List.of();
        };
    }

    private static List<PagedLayers> softmax(String id, LayerGroup group, Heads heads, Reach reach, Scenario scenario) {
        if (!heads.ownsCache()) {
            return List.of();
        }
        return List.of(new PagedLayers(id, group.count(), reach, row(heads, scenario)));
    }

    /// @return bytes of one token's keys and values in a layer
    static Term row(Heads heads, Scenario scenario) {
        Term keys = CacheRow.bytes(
                "key_row_bytes", Leaf.model("key_width", heads.keyWidth(), scenario.model()), scenario.keys());
        Term values = CacheRow.bytes(
                "value_row_bytes", Leaf.model("value_width", heads.valueWidth(), scenario.model()), scenario.values());
        return Term.derived("row_bytes", Unit.BYTES, Operation.SUM, keys, values);
    }

    /// @return bytes of one token's latent vector in a layer
    static Term latentRow(long elements, Scenario scenario) {
        return CacheRow.bytes("key_row_bytes", Leaf.model("latent_width", elements, scenario.model()), scenario.keys());
    }

    /// In 8 bits vLLM keeps the latent vector of sparse attention with scales of its own and the rotary key wider.
    private static Term sparseRow(Attention.SparseLatentAttention sparse, Scenario scenario) {
        LatentAttention latent = sparse.latent();
        if (!scenario.keys().id().equals("fp8")) {
            return latentRow(latent.cacheWidth(), scenario);
        }
        var parts = new ArrayList<Term>();
        parts.add(Leaf.bytes("latent_bytes", latent.latentRank(), UnifiedPool.VLLM));
        parts.add(Leaf.bytes(
                "scale_bytes",
                Math.ceilDiv(latent.latentRank(), INDEXER_SCALE_BLOCK) * SPARSE_SCALE_BYTES,
                UnifiedPool.VLLM));
        parts.add(Leaf.bytes("rotary_key_bytes", latent.ropeSize() * ROTARY_BYTES, UnifiedPool.VLLM));
        return Term.derived("key_row_bytes", Unit.BYTES, Operation.SUM, parts);
    }

    static Term indexerRow(long size) {
        long bytes = size + Math.ceilDiv(size, INDEXER_SCALE_BLOCK) * INDEXER_SCALE_BYTES;
        return Leaf.bytes("row_bytes", bytes, UnifiedPool.VLLM);
    }
}
