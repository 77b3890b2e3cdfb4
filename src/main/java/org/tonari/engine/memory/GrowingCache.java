package org.tonari.engine.memory;

import java.util.ArrayList;
import java.util.List;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.Attention.Heads;
import org.tonari.domain.model.Attention.LatentAttention;
import org.tonari.domain.model.LayerGroup;
import org.tonari.domain.runtime.InferenceRuntime.Allocation.GrowingSteps;
import org.tonari.domain.scenario.Scenario;
import org.tonari.explain.Answer;
import org.tonari.explain.Operation;
import org.tonari.explain.Source;
import org.tonari.explain.Term;
import org.tonari.units.Unit;

/// The KV cache of MLX, which grows in steps; a windowed layer holds its window and one prefill step at most.
///
/// While a layer's cache grows, the old one and the new stand side by side; layers grow one after another.
final class GrowingCache {
    private static final Source MLX_LM = new Source(
            Source.Kind.RUNTIME, "https://github.com/ml-explore/mlx-lm mlx_lm/models/cache.py @d78bf58e", "2026", "");

    private final Scenario scenario;
    private final GrowingSteps steps;

    private GrowingCache(Scenario scenario, GrowingSteps steps) {
        this.scenario = scenario;
        this.steps = steps;
    }

    static Answer of(Scenario scenario, GrowingSteps steps) {
        for (LayerGroup group : scenario.model().groups()) {
            if (group.attention() instanceof Attention.Undescribed(var missing)) {
                return new Answer.Unknown(missing);
            }
        }
        return Answer.of(new GrowingCache(scenario, steps).total());
    }

    private Term total() {
        var parts = new ArrayList<Term>();
        for (LayerGroup group : scenario.model().groups()) {
            parts.addAll(layers(group));
        }
        return Term.derived("kv_cache_bytes", Unit.BYTES, Operation.SUM, parts);
    }

    /// The copy of one layer's cache, the largest, that stands beside it while it grows.
    static Term growthCopy(Scenario scenario, GrowingSteps steps) {
        Term largest = Leaf.bytes("growth_copy_bytes", 0, MLX_LM);
        var cache = new GrowingCache(scenario, steps);
        for (LayerGroup group : scenario.model().groups()) {
            for (Term layers : cache.layers(group.withCount(1))) {
                largest = layers.bytes().compareTo(largest.bytes()) > 0 ? layers.as("growth_copy_bytes") : largest;
            }
        }
        return largest;
    }

    private List<Term> layers(LayerGroup group) {
        return switch (group.attention()) {
            case Attention.FullAttention(Heads heads) -> softmax("full_attention_cache", group, heads, all());
            case Attention.SlidingWindowAttention(Heads heads, long window) ->
                softmax("sliding_window_cache", group, heads, rotating(window));
            case Attention.ChunkedAttention(Heads heads, long chunk) ->
                softmax("chunked_attention_cache", group, heads, rotating(chunk));
            case LatentAttention latent -> List.of(width("latent_cache", group, latent.cacheWidth()));
            case Attention.SparseLatentAttention sparse ->
                List.of(
                        width("latent_cache", group, sparse.latent().cacheWidth()),
                        width("indexer_cache", group, sparse.indexerSize()));
            case Attention.StateSpace _,
                    Attention.GatedDelta _,
                    Attention.ShortConvolution _,
                    Attention.None _,
                    Attention.Undescribed _ -> List.of();
        };
    }

    private List<Term> softmax(String id, LayerGroup group, Heads heads, Term tokens) {
        if (!heads.ownsCache()) {
            return List.of();
        }
        Term keys = CacheRow.bytes(
                "key_row_bytes", Leaf.model("key_width", heads.keyWidth(), scenario.model()), scenario.keys());
        Term values = CacheRow.bytes(
                "value_row_bytes", Leaf.model("value_width", heads.valueWidth(), scenario.model()), scenario.values());
        return List.of(cache(id, group, tokens, Term.derived("row_bytes", Unit.BYTES, Operation.SUM, keys, values)));
    }

    private Term width(String id, LayerGroup group, long elements) {
        Term width = Leaf.model("latent_width", elements, scenario.model());
        return cache(id, group, all(), CacheRow.bytes("key_row_bytes", width, scenario.keys()));
    }

    private Term cache(String id, LayerGroup group, Term tokens, Term row) {
        return Term.derived(
                id,
                Unit.BYTES,
                Operation.PRODUCT,
                Leaf.concurrency(scenario),
                Leaf.model("layers", group.count(), scenario.model()),
                tokens,
                row);
    }

    private Term all() {
        return Term.derived(
                "tokens_in_steps",
                Unit.TOKENS,
                Operation.PAD_UP,
                Leaf.context(scenario),
                Leaf.rule("growth_step", steps.growthStep().count(), MLX_LM));
    }

    private Term rotating(long window) {
        Term reach = Term.derived(
                "window_and_batch",
                Unit.TOKENS,
                Operation.SUM,
                Leaf.model("window", window, scenario.model()),
                Leaf.rule("prefill_step_less_one", steps.prefillStep().count() - 1, MLX_LM));
        return Term.derived("tokens_kept", Unit.TOKENS, Operation.MINIMUM, all(), reach);
    }
}
