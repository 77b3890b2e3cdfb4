package org.tonari.engine.memory.compute;

import org.tonari.domain.Attention;
import org.tonari.domain.Attention.Heads;
import org.tonari.domain.FeedForward;
import org.tonari.domain.LanguageModel;
import org.tonari.domain.LayerGroup;
import org.tonari.domain.Scenario;
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
/// mlx-lm's own benchmark leaves beside weights and cache: 3.9 to 4.7 for Qwen3-4B, 4.5 for Qwen3-30B-A3B.
final class GrowingActivations {
    private static final Source MLX_LM = new Source(
            Source.Kind.FITTED,
            "https://github.com/ml-explore/mlx-lm mlx_lm/BENCHMARKS.md, mlx_lm/generate.py @d78bf58e",
            "2026",
            "peak memory less weights and cache, two models on one machine: expect it within 30 %");

    private static final long STAGES_IN_FLIGHT = 4;
    private static final long HALF_BYTES = 2;

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
            case Attention.GatedDelta delta ->
                3 * hidden + 4 * delta.keyHeads() * delta.keySize() + 4 * delta.valueHeads() * delta.valueSize();
            case Attention.None _, Attention.Undescribed _ -> 0;
        };
    }

    private static long attention(Heads heads, long hidden) {
        return 3 * hidden + 2 * heads.query() * heads.keySize() + heads.keyWidth() + heads.valueWidth();
    }
}
