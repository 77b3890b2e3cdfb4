package org.tonari.engine.memory.compute;

import java.util.Set;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.Attention.Heads;
import org.tonari.domain.model.FeedForward;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.model.LayerGroup;
import org.tonari.domain.scenario.Scenario;
import org.tonari.explain.Operation;
import org.tonari.explain.Source;
import org.tonari.explain.Term;
import org.tonari.units.Bytes;
import org.tonari.units.Count;
import org.tonari.units.Tokens;
import org.tonari.units.Unit;

/// What MLX holds while it works on one step of a prompt: the widest stage of a layer in 16 bits, and several layers of
/// it in flight, because buffers return only when their commands have run.
///
/// Stages as llama.cpp's, without its logits: MLX computes those for the last token only. Four stages in flight is what
/// mlx-lm's own benchmark leaves beside weights and cache: 3.9 to 4.7 for Qwen3-4B, 4.5 for Qwen3-30B-A3B. A delta-rule
/// layer holds 24 times its inner width in them: what four sizes of Qwen3.5 leave, within 10 %.
///
/// Attention is fused for heads of 64, 80 and 128 elements; for others the scores of all heads stand in memory, as long
/// as the context: Qwen3.5's peaks grow by exactly their bytes from 16 to 96 thousand tokens.
final class GrowingActivations {
    private static final Source MLX_LM = new Source(
            Source.Kind.FITTED,
            "https://github.com/ml-explore/mlx-lm mlx_lm/BENCHMARKS.md, mlx_lm/generate.py @d78bf58e",
            "2026",
            "peak memory less weights and cache, two models on one machine: expect it within 30 %");

    private static final long STAGES_IN_FLIGHT = 4;
    private static final long HALF_BYTES = 2;

    private static final Source SCORES = new Source(
            Source.Kind.RUNTIME,
            "https://github.com/ml-explore/mlx mlx/backend/metal/scaled_dot_product_attention.cpp",
            "2026",
            "peaks of Qwen3.5 4B at 16, 32, 64 and 96 thousand tokens (mlx-lm 0.31.3, M2 Pro) grow so, within 1 %");

    private static final Set<Long> FUSED_HEAD_SIZES = Set.of(64L, 80L, 128L);
    private static final long DELTA_WIDTHS = 24;

    /// Prompts of a batch that are processed together (`prefill_batch_size`).
    private static final int PROMPTS_AT_ONCE = 8;

    private GrowingActivations() {}

    /// @param step tokens of a prompt processed at once
    static Term of(Scenario scenario, Tokens step) {
        LanguageModel model = scenario.model();
        int prompts = Math.min(scenario.workload().concurrency(), PROMPTS_AT_ONCE);
        Tokens prompt = scenario.workload().context().min(step).times(prompts);
        return Term.derived(
                "activations_bytes",
                Unit.BYTES,
                Operation.PRODUCT,
                Term.given("stage_elements", new Count(stage(model)), model.source()),
                Term.given("prefill_tokens", prompt, MLX_LM),
                Term.given("stages_in_flight", new Count(STAGES_IN_FLIGHT), MLX_LM),
                Term.given("element_bytes", new Bytes(HALF_BYTES), MLX_LM));
    }

    /// The scores of one layer where attention is not fused; nothing where it is.
    static Term scores(Scenario scenario, Tokens step) {
        LanguageModel model = scenario.model();
        long widest = 0;
        for (LayerGroup group : model.groups()) {
            widest = Math.max(
                    widest, scored(group.attention(), scenario.workload().context(), step));
        }
        int prompts = Math.min(scenario.workload().concurrency(), PROMPTS_AT_ONCE);
        return Term.derived(
                "attention_scores_bytes",
                Unit.BYTES,
                Operation.PRODUCT,
                Term.given("heads_times_tokens", new Count(widest), model.source()),
                Term.given(
                        "prefill_tokens",
                        scenario.workload().context().min(step).times(prompts),
                        SCORES),
                Term.given("element_bytes", new Bytes(HALF_BYTES), SCORES));
    }

    /// @return heads times the tokens each looks at, for one token
    private static long scored(Attention attention, Tokens context, Tokens step) {
        return switch (attention) {
            case Attention.FullAttention(Heads heads) -> scored(heads, context.count());
            case Attention.SlidingWindowAttention(Heads heads, long window) ->
                scored(heads, Math.min(context.count(), window + step.count()));
            case Attention.ChunkedAttention(Heads heads, long chunk) ->
                scored(heads, Math.min(context.count(), chunk + step.count()));
            case Attention.LatentAttention latent -> Math.multiplyExact(latent.heads(), context.count());
            case Attention.SparseLatentAttention sparse ->
                Math.multiplyExact(sparse.latent().heads(), context.count());
            case Attention.StateSpace _,
                    Attention.GatedDelta _,
                    Attention.ShortConvolution _,
                    Attention.None _,
                    Attention.Undescribed _ -> 0;
        };
    }

    private static long scored(Heads heads, long tokens) {
        boolean fused = heads.keySize() == heads.valueSize() && FUSED_HEAD_SIZES.contains(heads.keySize());
        return fused ? 0 : Math.multiplyExact(heads.query(), tokens);
    }

    /// @return elements for one token in the widest stage of any layer
    private static long stage(LanguageModel model) {
        long widest = 0;
        for (LayerGroup group : model.groups()) {
            long feedForward = feedForward(group.feedForward(), model.hiddenSize());
            widest = Math.max(widest, Math.max(feedForward, attention(group.attention(), model.hiddenSize())));
        }
        return widest;
    }

    private static long feedForward(FeedForward network, long hidden) {
        return switch (network) {
            case FeedForward.Dense(long width, int matrices) -> matrices * width + 4 * hidden;
            case FeedForward.MixtureOfExperts experts ->
                experts.matrices() * experts.active() * experts.width()
                        + experts.active() * experts.inputSize()
                        + 4 * hidden;
            case FeedForward.None _ -> 0;
        };
    }

    private static long attention(Attention attention, long hidden) {
        return switch (attention) {
            case Attention.FullAttention(Heads heads) -> attention(heads, hidden);
            case Attention.SlidingWindowAttention(Heads heads, long _) -> attention(heads, hidden);
            case Attention.ChunkedAttention(Heads heads, long _) -> attention(heads, hidden);
            case Attention.LatentAttention latent -> 3 * hidden + 2 * latent.heads() * latent.cacheWidth();
            case Attention.SparseLatentAttention sparse -> attention(sparse.latent(), hidden);
            case Attention.StateSpace space ->
                3 * hidden + 4 * space.innerSize() + 2 * space.groups() * space.stateSize();
            case Attention.GatedDelta delta -> DELTA_WIDTHS * delta.valueHeads() * delta.valueSize();
            case Attention.ShortConvolution(long width, long _) -> 3 * hidden + 5 * width;
            case Attention.None _, Attention.Undescribed _ -> 0;
        };
    }

    private static long attention(Heads heads, long hidden) {
        return 3 * hidden + 2 * heads.query() * heads.keySize() + heads.keyWidth() + heads.valueWidth();
    }
}
