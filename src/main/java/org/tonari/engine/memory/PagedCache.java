package org.tonari.engine.memory;

import java.util.ArrayList;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.LayerGroup;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.memory.PagedLayers.Reach;
import org.tonari.explain.Answer;
import org.tonari.explain.Operation;
import org.tonari.explain.Source;
import org.tonari.explain.Term;
import org.tonari.units.Tokens;
import org.tonari.units.Unit;

/// The KV cache of runtimes that hand out blocks of tokens from a pool for each kind of layers: SGLang, TensorRT-LLM.
///
/// Per sequence and layer whole blocks. An upper bound, taken `concurrency` times: shared prefixes are not counted off.
final class PagedCache {
    /// What layers with a window keep.
    enum Windows {
        /// Their window, and what a scheduling step may still need.
        KEPT,
        /// Every token, unless the person says otherwise (`max_attention_window` of TensorRT-LLM).
        IGNORED
    }

    private final Scenario scenario;
    private final Tokens block;
    private final Tokens batched;
    private final Windows windows;
    private final Source rules;

    private PagedCache(Scenario scenario, Tokens block, Tokens batched, Windows windows) {
        this.scenario = scenario;
        this.block = block;
        this.batched = batched;
        this.windows = windows;
        this.rules = scenario.runtime().source();
    }

    /// @param block   tokens in a block
    /// @param batched tokens of a scheduling step at most
    static Answer of(Scenario scenario, Tokens block, Tokens batched, Windows windows) {
        for (LayerGroup group : scenario.model().groups()) {
            if (group.attention() instanceof Attention.Undescribed(var missing)) {
                return new Answer.Unknown(missing);
            }
        }
        return Answer.of(new PagedCache(scenario, block, batched, windows).total());
    }

    private Term total() {
        var parts = new ArrayList<Term>();
        for (PagedLayers kind : PagedLayers.of(scenario, 0)) {
            if (!(kind.reach() instanceof Reach.State)) {
                parts.add(cache(kind));
            }
        }
        return Term.derived("kv_cache_bytes", Unit.BYTES, Operation.SUM, parts);
    }

    private Term cache(PagedLayers kind) {
        return Term.derived(
                kind.id(),
                Unit.BYTES,
                Operation.PRODUCT,
                Leaf.concurrency(scenario),
                Leaf.model("layers", kind.layers(), scenario.model()),
                blocks(kind.reach()),
                Leaf.rule("block_tokens", block.count(), rules),
                kind.perToken());
    }

    private Term blocks(Reach reach) {
        Term kept =
                switch (reach) {
                    case Reach.Window(long tokens) when windows == Windows.KEPT -> kept(tokens);
                    case Reach.Chunk(long tokens) when windows == Windows.KEPT -> kept(tokens);
                    case Reach.All _, Reach.Window _, Reach.Chunk _, Reach.State _ -> Leaf.context(scenario);
                };
        Term step = Leaf.rule("block_tokens", block.count(), rules);
        Term padded = Term.derived("tokens_in_blocks", Unit.TOKENS, Operation.PAD_UP, kept, step);
        return Term.derived("blocks", Unit.COUNT, Operation.QUOTIENT, padded, step);
    }

    private Term kept(long remembered) {
        Term reach = Term.derived(
                "window_and_batch",
                Unit.TOKENS,
                Operation.SUM,
                Leaf.model("window", remembered, scenario.model()),
                Leaf.rule("batched_tokens", batched.count(), rules));
        return Term.derived("tokens_kept", Unit.TOKENS, Operation.MINIMUM, Leaf.context(scenario), reach);
    }
}
