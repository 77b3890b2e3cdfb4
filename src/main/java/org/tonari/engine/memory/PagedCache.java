package org.tonari.engine.memory;

import java.util.ArrayList;
import java.util.List;
import org.tonari.domain.Attention;
import org.tonari.domain.Attention.Heads;
import org.tonari.domain.Attention.LatentAttention;
import org.tonari.domain.LayerGroup;
import org.tonari.domain.Scenario;
import org.tonari.explain.Answer;
import org.tonari.explain.Operation;
import org.tonari.explain.Source;
import org.tonari.explain.Term;
import org.tonari.units.Tokens;
import org.tonari.units.Unit;

/// The KV cache of runtimes that hand out blocks of tokens: vLLM, SGLang, TensorRT-LLM.
///
/// Per request and layer whole blocks; a window keeps what a scheduling step may still need and one block more for
/// misalignment. An upper bound for one request, taken `concurrency` times: shared prefixes are not counted off.
final class PagedCache {
    private static final Source VLLM = new Source(
            Source.Kind.RUNTIME,
            "https://github.com/vllm-project/vllm vllm/v1/kv_cache_interface.py @001cabc1",
            "2026",
            "upper bound for a request; prefix sharing reduces it");

    /// Bytes an indexer keeps for one token in one layer: its key in 8 bits and a scale for each 128 elements.
    private static final long INDEXER_SCALE_BYTES = 4;

    private static final long INDEXER_SCALE_BLOCK = 128;

    private final Scenario scenario;
    private final Tokens block;
    private final Tokens batched;

    private PagedCache(Scenario scenario, Tokens block, Tokens batched) {
        this.scenario = scenario;
        this.block = block;
        this.batched = batched;
    }

    /// @param block   tokens in a block
    /// @param batched tokens of a scheduling step at most
    static Answer of(Scenario scenario, Tokens block, Tokens batched) {
        for (LayerGroup group : scenario.model().groups()) {
            if (group.attention() instanceof Attention.Undescribed(var missing)) {
                return new Answer.Unknown(missing);
            }
        }
        return Answer.of(new PagedCache(scenario, block, batched).total());
    }

    private Term total() {
        var parts = new ArrayList<Term>();
        for (LayerGroup group : scenario.model().groups()) {
            parts.addAll(layers(group));
        }
        return Term.derived("kv_cache_bytes", Unit.BYTES, Operation.SUM, parts);
    }

    private List<Term> layers(LayerGroup group) {
        return switch (group.attention()) {
            case Attention.FullAttention(Heads heads) -> softmax("full_attention_cache", group, heads, all());
            case Attention.SlidingWindowAttention(Heads heads, long window) ->
                softmax("sliding_window_cache", group, heads, window(window));
            case Attention.ChunkedAttention(Heads heads, long chunk) ->
                softmax("chunked_attention_cache", group, heads, blocks(least(chunk)));
            case LatentAttention latent -> List.of(latent(group, latent));
            case Attention.SparseLatentAttention sparse ->
                List.of(latent(group, sparse.latent()), indexer(group, sparse.indexerSize()));
            case Attention.StateSpace _, Attention.GatedDelta _, Attention.None _, Attention.Undescribed _ -> List.of();
        };
    }

    private List<Term> softmax(String id, LayerGroup group, Heads heads, Term blocks) {
        if (!heads.ownsCache()) {
            return List.of();
        }
        Term keys = CacheRow.bytes(
                "key_row_bytes", Leaf.model("key_width", heads.keyWidth(), scenario.model()), scenario.keys());
        Term values = CacheRow.bytes(
                "value_row_bytes", Leaf.model("value_width", heads.valueWidth(), scenario.model()), scenario.values());
        return List.of(cache(id, group, blocks, Term.derived("row_bytes", Unit.BYTES, Operation.SUM, keys, values)));
    }

    private Term latent(LayerGroup group, LatentAttention latent) {
        Term width = Leaf.model("latent_width", latent.cacheWidth(), scenario.model());
        return cache("latent_cache", group, all(), CacheRow.bytes("key_row_bytes", width, scenario.keys()));
    }

    private Term indexer(LayerGroup group, long size) {
        long bytes = size + Math.ceilDiv(size, INDEXER_SCALE_BLOCK) * INDEXER_SCALE_BYTES;
        return cache("indexer_cache", group, all(), Leaf.bytes("row_bytes", bytes, VLLM));
    }

    private Term cache(String id, LayerGroup group, Term blocks, Term row) {
        return Term.derived(
                id,
                Unit.BYTES,
                Operation.PRODUCT,
                Leaf.concurrency(scenario),
                Leaf.model("layers", group.count(), scenario.model()),
                blocks,
                Leaf.rule("block_tokens", block.count(), VLLM),
                row);
    }

    private Term all() {
        return blocks(Leaf.context(scenario));
    }

    private Term window(long window) {
        return Term.derived(
                "blocks", Unit.COUNT, Operation.SUM, blocks(least(window - 1)), Leaf.rule("spare_block", 1, VLLM));
    }

    private Term least(long remembered) {
        Term reach = Term.derived(
                "window_and_batch",
                Unit.TOKENS,
                Operation.SUM,
                Leaf.model("window", remembered, scenario.model()),
                Leaf.rule("batched_tokens", batched.count(), VLLM));
        return Term.derived("tokens_kept", Unit.TOKENS, Operation.MINIMUM, Leaf.context(scenario), reach);
    }

    private Term blocks(Term tokens) {
        Term step = Leaf.rule("block_tokens", block.count(), VLLM);
        Term padded = Term.derived("tokens_in_blocks", Unit.TOKENS, Operation.PAD_UP, tokens, step);
        return Term.derived("blocks", Unit.COUNT, Operation.QUOTIENT, padded, step);
    }
}
