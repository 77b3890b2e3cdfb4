package org.tonari.engine.memory.compute;

import java.util.ArrayList;
import java.util.List;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.Attention.Heads;
import org.tonari.domain.model.FeedForward.MixtureOfExperts;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.model.LayerGroup;
import org.tonari.domain.runtime.InferenceRuntime.Allocation.SchedulingStep;
import org.tonari.domain.scenario.Scenario;
import org.tonari.explain.Operation;
import org.tonari.explain.Source;
import org.tonari.explain.Term;
import org.tonari.units.Bytes;
import org.tonari.units.Count;
import org.tonari.units.Quantity;
import org.tonari.units.Ratio;
import org.tonari.units.Tokens;
import org.tonari.units.Unit;

/// What vLLM, SGLang and TensorRT-LLM compute one scheduling step in: a rule of thumb.
///
/// `2 · tokens · heads · head size · c` with c = 11 for dense models and 22 for mixtures of experts, and for those a
/// workspace of `tokens · width · experts · active ÷ 128 · 4`; at least 70 MiB. Coefficients of NVIDIA's aiconfigurator
/// for one device.
///
/// vLLM's profile run also samples a token for each of its most sequences at once, which mostly peaks higher:
/// `sequences · vocabulary · 38.5` bytes of logits, their sorted copies and indices.
final class PagedActivations {
    private static final Source RULE = new Source(
            Source.Kind.RUNTIME,
            "https://github.com/ai-dynamo/aiconfigurator src/aiconfigurator/sdk/backends @095f58a5",
            "2026-08-21",
            "a rule of thumb: expect it within 30 %");

    private static final Source SAMPLER = new Source(
            Source.Kind.FITTED,
            "https://github.com/llm-d/llm-d-benchmark config_explorer/empirical-vllm-memory-results.md",
            "2026",
            "peaks of six profile runs on H100, 37 to 40 bytes each: expect it within 30 %, less with a fused sampler");

    private static final long HALF_BYTES = 2;
    private static final double SAMPLED_BYTES = 38.5;
    private static final long DENSE_COEFFICIENT = 11;
    private static final long EXPERTS_COEFFICIENT = 22;
    private static final long WORKSPACE_BLOCK = 128;
    private static final long WORKSPACE_BYTES = 4;
    private static final long LEAST_BYTES = 70 * Bytes.PER_MIB;

    private PagedActivations() {}

    /// The peak of vLLM's profile run: its largest step, or sampling for its most sequences.
    static Term profiled(Scenario scenario, SchedulingStep step) {
        Term sampling = Term.derived(
                "sampling_peak",
                Unit.BYTES,
                Operation.PRODUCT,
                Term.given(
                        "most_sequences",
                        new Count(step.sequences()),
                        scenario.runtime().source()),
                Term.given(
                        "vocabulary",
                        new Count(scenario.model().vocabulary()),
                        scenario.model().source()),
                Term.given("sampled_bytes", new Ratio(SAMPLED_BYTES), SAMPLER));
        Term layers = of(scenario, step.batchedTokens()).as("step_activations");
        return Term.derived("activations_bytes", Unit.BYTES, Operation.MAXIMUM, layers, sampling);
    }

    /// @param batched tokens of a scheduling step at most
    static Term of(Scenario scenario, Tokens batched) {
        LanguageModel model = scenario.model();
        Term tokens = rule("batched_tokens", batched);
        var parts = new ArrayList<Term>();
        List<MixtureOfExperts> experts = experts(model);
        long coefficient = experts.isEmpty() ? DENSE_COEFFICIENT : EXPERTS_COEFFICIENT;
        parts.add(Term.derived(
                "layer_activations",
                Unit.BYTES,
                Operation.PRODUCT,
                tokens,
                Term.given("attention_width", new Count(width(model)), model.source()),
                rule("activation_coefficient", new Count(coefficient)),
                rule("element_bytes", new Bytes(HALF_BYTES))));
        experts.stream().mapToLong(PagedActivations::workspace).max().ifPresent(width -> {
            parts.add(workspace(model, tokens, width));
        });
        Term sum = Term.derived("activations_wanted", Unit.BYTES, Operation.SUM, parts);
        Term least = rule("least_activations", new Bytes(LEAST_BYTES));
        return Term.derived("activations_bytes", Unit.BYTES, Operation.MAXIMUM, sum, least);
    }

    private static Term workspace(LanguageModel model, Term tokens, long width) {
        Term elements = Term.derived(
                "workspace_elements",
                Unit.COUNT,
                Operation.PRODUCT,
                tokens,
                Term.given("workspace_width", new Count(width), model.source()));
        Term blocks = Term.derived(
                "workspace_blocks",
                Unit.COUNT,
                Operation.QUOTIENT,
                elements,
                rule("block_elements", new Count(WORKSPACE_BLOCK)));
        return Term.derived(
                "expert_workspace",
                Unit.BYTES,
                Operation.PRODUCT,
                blocks,
                rule("element_bytes", new Bytes(WORKSPACE_BYTES)));
    }

    private static long workspace(MixtureOfExperts experts) {
        return Math.multiplyExact(experts.inputSize(), experts.experts() * experts.active());
    }

    private static List<MixtureOfExperts> experts(LanguageModel model) {
        var found = new ArrayList<MixtureOfExperts>();
        for (LayerGroup group : model.groups()) {
            if (group.feedForward() instanceof MixtureOfExperts experts) {
                found.add(experts);
            }
        }
        return found;
    }

    /// @return the widest attention of the model, `heads · head size`; its hidden size where no layer has heads
    private static long width(LanguageModel model) {
        long widest = 0;
        for (LayerGroup group : model.groups()) {
            widest = Math.max(widest, width(group.attention()));
        }
        return widest == 0 ? model.hiddenSize() : widest;
    }

    private static long width(Attention attention) {
        return switch (attention) {
            case Attention.FullAttention(Heads heads) -> heads.query() * heads.valueSize();
            case Attention.SlidingWindowAttention(Heads heads, long _) -> heads.query() * heads.valueSize();
            case Attention.ChunkedAttention(Heads heads, long _) -> heads.query() * heads.valueSize();
            case Attention.LatentAttention latent -> latent.heads() * latent.valueSize();
            case Attention.SparseLatentAttention sparse -> width(sparse.latent());
            case Attention.StateSpace _,
                    Attention.GatedDelta _,
                    Attention.ShortConvolution _,
                    Attention.None _,
                    Attention.Undescribed _ -> 0;
        };
    }

    private static Term rule(String id, Quantity quantity) {
        return Term.given(id, quantity, RULE);
    }
}
