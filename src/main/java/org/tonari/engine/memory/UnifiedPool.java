package org.tonari.engine.memory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.tonari.domain.runtime.InferenceRuntime.Allocation.PagedShareOfTotal;
import org.tonari.domain.runtime.InferenceRuntime.Allocation.SchedulingStep;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.memory.PagedLayers.Reach;
import org.tonari.explain.Operation;
import org.tonari.explain.Source;
import org.tonari.explain.Term;
import org.tonari.units.Unit;

/// vLLM's one pool of blocks, in which layers of all kinds take pages of the same size.
///
/// Layers of one kind need whole blocks each. Where a model mixes kinds, vLLM pads all pages to one size (a smaller row
/// then holds more tokens a block; a state decides the block of attention), cuts each kind into groups of equally many
/// layers, and gives every group blocks of its own: `groups · layers in a group · blocks · page`.
///
/// An upper bound for each sequence; shared prefixes are not counted off.
final class UnifiedPool {
    static final Source VLLM = new Source(
            Source.Kind.RUNTIME,
            "https://github.com/vllm-project/vllm vllm/v1/core/kv_cache_utils.py, vllm/v1/kv_cache_interface.py"
                    + " @001cabc1",
            "2026",
            "upper bound for a request; prefix sharing reduces it");

    /// A kind with fewer layers than this times the fewest takes groups as large as the largest kind.
    private static final double NEARLY_EQUAL = 1.5;

    private final Scenario scenario;
    private final long blockTokens;
    private final SchedulingStep step;
    private final Collection<PagedLayers> kinds;
    private final boolean mixed;
    private final long groupSize;

    private UnifiedPool(Scenario scenario, PagedShareOfTotal paged, SchedulingStep step, long drafted) {
        this.scenario = scenario;
        this.blockTokens = paged.block().count();
        this.step = step;
        this.kinds = PagedLayers.of(scenario, drafted);
        this.mixed = kinds.stream().map(PagedLayers::reach).distinct().count() > 1;
        this.groupSize = groupSize(kinds);
    }

    /// @param drafted tokens drafted ahead in a step, for which a state keeps copies
    static UnifiedPool of(Scenario scenario, PagedShareOfTotal paged, SchedulingStep step, long drafted) {
        return new UnifiedPool(scenario, paged, step, drafted);
    }

    /// @return the term `kv_cache_bytes`: attention's share of the pool
    Term cache() {
        return Term.derived("kv_cache_bytes", Unit.BYTES, Operation.SUM, shares(false));
    }

    /// @return the term `recurrent_state_bytes`: what states take of it
    Term state() {
        return Term.derived("recurrent_state_bytes", Unit.BYTES, Operation.SUM, shares(true));
    }

    private List<Term> shares(boolean states) {
        var shares = new ArrayList<Term>();
        for (PagedLayers kind : kinds) {
            if (kind.reach() instanceof Reach.State == states) {
                shares.add(mixed ? grouped(kind) : alone(kind));
            }
        }
        return shares;
    }

    /// Layers of one kind only: no page is padded and no layer.
    private Term alone(PagedLayers kind) {
        Term layers = Leaf.model("layers", kind.layers(), scenario.model());
        Term sequences = Leaf.concurrency(scenario);
        if (kind.reach() instanceof Reach.State) {
            return Term.derived(
                    kind.id(), Unit.BYTES, Operation.PRODUCT, sequences, layers, copies(kind), kind.perToken());
        }
        Term block = Leaf.rule("block_tokens", blockTokens, VLLM);
        return Term.derived(
                kind.id(),
                Unit.BYTES,
                Operation.PRODUCT,
                sequences,
                layers,
                blocks(kind, block),
                block,
                kind.perToken());
    }

    private Term grouped(PagedLayers kind) {
        Term group = Leaf.rule("layers_in_group", groupSize, VLLM);
        Term layers = Leaf.model("layers", kind.layers(), scenario.model());
        Term groups = Term.derived(
                "layer_groups",
                Unit.COUNT,
                Operation.QUOTIENT,
                Term.derived("layers_padded", Unit.COUNT, Operation.PAD_UP, layers, group),
                group);
        Term page = page();
        Term blocks = kind.reach() instanceof Reach.State ? copies(kind) : blocks(kind, tokensOf(page, kind));
        return Term.derived(
                kind.id(), Unit.BYTES, Operation.PRODUCT, Leaf.concurrency(scenario), groups, group, blocks, page);
    }

    /// The size of all pages: the largest block of attention, padded until a state fits.
    private Term page() {
        Term largest = kinds.stream()
                .filter(kind -> !(kind.reach() instanceof Reach.State))
                .map(this::smallestBlock)
                .reduce((left, right) -> left.bytes().compareTo(right.bytes()) >= 0 ? left : right)
                .orElseThrow();
        return kinds.stream()
                .filter(kind -> kind.reach() instanceof Reach.State)
                .map(PagedLayers::perToken)
                .reduce((left, right) -> left.bytes().compareTo(right.bytes()) >= 0 ? left : right)
                .map(state -> Term.derived("page_bytes", Unit.BYTES, Operation.PAD_UP, state, largest))
                .orElseGet(() -> largest.as("page_bytes"));
    }

    private Term smallestBlock(PagedLayers kind) {
        return Term.derived(
                "block_bytes_at_least",
                Unit.BYTES,
                Operation.PRODUCT,
                Leaf.rule("block_tokens", blockTokens, VLLM),
                kind.perToken());
    }

    /// Tokens of a kind in a page: whole blocks of the runtime's own size, the rest of the page is lost.
    private Term tokensOf(Term page, PagedLayers kind) {
        long row = kind.perToken().bytes().count();
        long blocks = page.bytes().count() / (row * blockTokens);
        return Leaf.rule("block_tokens", Math.multiplyExact(blocks, blockTokens), VLLM);
    }

    private Term blocks(PagedLayers kind, Term block) {
        Term context = Leaf.context(scenario);
        return switch (kind.reach()) {
            case Reach.All _ -> whole(context, block);
            case Reach.Chunk(long chunk) -> whole(kept(chunk), block);
            case Reach.Window(long window) ->
                Term.derived(
                        "blocks",
                        Unit.COUNT,
                        Operation.SUM,
                        whole(kept(window - 1), block),
                        Leaf.rule("spare_block", 1, VLLM));
            case Reach.State _ -> throw new IllegalArgumentException("a state has no tokens");
        };
    }

    private Term kept(long remembered) {
        Term reach = Term.derived(
                "window_and_batch",
                Unit.TOKENS,
                Operation.SUM,
                Leaf.model("window", remembered, scenario.model()),
                Leaf.rule(
                        "batched_tokens",
                        step.batchedTokens().count(),
                        scenario.runtime().source()));
        return Term.derived("tokens_kept", Unit.TOKENS, Operation.MINIMUM, Leaf.context(scenario), reach);
    }

    private static Term whole(Term tokens, Term block) {
        Term padded = Term.derived("tokens_in_blocks", Unit.TOKENS, Operation.PAD_UP, tokens, block);
        return Term.derived("blocks", Unit.COUNT, Operation.QUOTIENT, padded, block);
    }

    /// One state, and one more for each token drafted ahead.
    private static Term copies(PagedLayers kind) {
        long drafted = kind.reach() instanceof Reach.State(long tokens) ? tokens : 0;
        return Leaf.rule("state_copies", 1 + drafted, VLLM);
    }

    private static long groupSize(Collection<PagedLayers> kinds) {
        long fewest = kinds.stream().mapToLong(PagedLayers::layers).min().orElse(1);
        long most = kinds.stream().mapToLong(PagedLayers::layers).max().orElse(1);
        return most < fewest * NEARLY_EQUAL ? most : fewest;
    }
}
