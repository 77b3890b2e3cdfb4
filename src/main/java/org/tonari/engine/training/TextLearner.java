package org.tonari.engine.training;

import java.util.ArrayList;
import java.util.List;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.FeedForward;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.model.LayerGroup;
import org.tonari.domain.model.TensorRole;
import org.tonari.domain.model.TensorTable;
import org.tonari.domain.model.WeightTensor;
import org.tonari.domain.question.TrainingPlan;
import org.tonari.domain.question.TrainingPlan.Targets;
import org.tonari.engine.load.Figures;
import org.tonari.explain.Operation;
import org.tonari.explain.Source;
import org.tonari.explain.Term;
import org.tonari.units.Flops;
import org.tonari.units.Unit;

/// A language model in training.
record TextLearner(LanguageModel model) implements Learner {
    /// Korthikanti et al., arXiv 2205.05198, for a gated network and fused attention; logits and their gradient in 32
    /// bits.
    static final Source KEPT = Source.of(
            Source.Kind.DERIVED,
            "arXiv 2205.05198, adapted to gated networks and fused attention: 2 bytes × (8 × width + 4 × inner width)");

    private static final Source TOKENS_TWICE = Source.of(Source.Kind.DERIVED, "a multiply-add counts as two");

    @Override
    public List<Weights> weights(TrainingPlan plan) {
        long packed = 0;
        for (LayerGroup group : model.groups()) {
            for (WeightTensor tensor : TensorTable.layer(model, group)) {
                packed += tensor.role() == TensorRole.SMALL ? 0 : group.count() * tensor.elements();
            }
        }
        long all = TensorTable.parameters(model);
        return List.of(new Weights(model.name(), packed, all - packed, 0));
    }

    @Override
    public Term trainable() {
        return Figures.count("parameters", TensorTable.parameters(model), model.source());
    }

    @Override
    public Term adapterWidths(Targets targets) {
        long widths = 0;
        for (LayerGroup group : model.groups()) {
            for (WeightTensor tensor : TensorTable.layer(model, group)) {
                if (isTarget(tensor.role(), targets)) {
                    widths += group.count() * tensor.copies() * (tensor.columns() + tensor.rows());
                }
            }
        }
        return Figures.count("adapter_widths", widths, model.source());
    }

    private static boolean isTarget(TensorRole role, Targets targets) {
        return switch (role) {
            case ATTENTION_QUERY,
                    ATTENTION_KEY,
                    ATTENTION_VALUE,
                    ATTENTION_FUSED,
                    ATTENTION_OUTPUT,
                    LATENT_DOWN,
                    LATENT_UP -> true;
            case SMALL, TOKEN_EMBEDDING, OUTPUT_HEAD, VISION, AUDIO, MTP, LOOKUP_TABLE, ROUTER -> false;
            default -> targets != Targets.ATTENTION;
        };
    }

    @Override
    public Term activations(TrainingPlan plan) {
        var parts = new ArrayList<Term>();
        long largest = 0;
        for (LayerGroup group : model.groups()) {
            long kept = 8 * model.hiddenSize() + 4 * inner(group.feedForward());
            largest = Math.max(largest, kept);
            boolean again = plan.checkpointing().isOn();
            parts.add(bytes(
                    again ? "layer_inputs_bytes" : "layer_activations_bytes",
                    group.count(),
                    again ? model.hiddenSize() : kept,
                    plan));
        }
        if (plan.checkpointing().isOn()) {
            parts.add(bytes("one_layer_bytes", 1, largest, plan));
        }
        parts.add(Term.derived(
                "logits_bytes",
                Unit.BYTES,
                Operation.PRODUCT,
                seen(plan),
                Figures.count("vocabulary", model.vocabulary(), model.source()),
                Figures.count("logits_and_gradient_bytes", 2L * Float.BYTES, KEPT)));
        return Term.derived("activations_bytes", Unit.BYTES, Operation.SUM, parts);
    }

    private Term bytes(String id, long layers, long elements, TrainingPlan plan) {
        return Term.derived(
                id,
                Unit.BYTES,
                Operation.PRODUCT,
                Figures.count("layers", layers, model.source()),
                seen(plan),
                Figures.count("kept_elements", elements, KEPT),
                Figures.count("bytes_each", 2, KEPT));
    }

    static long inner(FeedForward network) {
        return switch (network) {
            case FeedForward.Dense(long width, int _) -> width;
            case FeedForward.MixtureOfExperts experts ->
                experts.active() * experts.width() + experts.sharedWidth() + experts.parallelWidth();
            case FeedForward.None _ -> 0;
        };
    }

    @Override
    public Term forward(TrainingPlan plan) {
        Term linear = Term.derived(
                "linear_work",
                Unit.FLOPS,
                Operation.PRODUCT,
                Figures.count("operations_each", 2, TOKENS_TWICE),
                seen(plan),
                Figures.count("weights_a_token_meets", met(), model.source()));
        return Term.derived(
                "forward_work",
                Unit.FLOPS,
                Operation.SUM,
                linear,
                Term.given("attention_work", new Flops(attention(plan)), model.source()));
    }

    private long met() {
        double met = model.hiddenSize() * (double) model.vocabulary();
        for (LayerGroup group : model.groups()) {
            double share = group.feedForward() instanceof FeedForward.MixtureOfExperts experts
                    ? (double) experts.active() / experts.experts()
                    : 1;
            for (WeightTensor tensor : TensorTable.layer(model, group)) {
                met += group.count() * tensor.elements() * (tensor.role().isRoutedExpert() ? share : 1);
            }
        }
        return Math.round(met);
    }

    /// `2 · heads · (key + value)` for each token that a token looks at, in every layer and sample: each looks back
    /// only.
    private double attention(TrainingPlan plan) {
        long length = plan.sequence().count();
        double work = 0;
        for (LayerGroup group : model.groups()) {
            work += group.count()
                    * switch (group.attention()) {
                        case Attention.FullAttention(var heads) -> looking(heads) * pairs(length, length);
                        case Attention.SlidingWindowAttention(var heads, long window) ->
                            looking(heads) * pairs(length, window);
                        case Attention.ChunkedAttention(var heads, long chunk) ->
                            looking(heads) * length * Math.min(chunk, length) / 2;
                        case Attention.LatentAttention latent -> looking(latent) * pairs(length, length);
                        case Attention.SparseLatentAttention sparse ->
                            looking(sparse.latent()) * pairs(length, sparse.selectedTokens());
                        case Attention.StateSpace _,
                                Attention.GatedDelta _,
                                Attention.ShortConvolution _,
                                Attention.None _,
                                Attention.Undescribed _ -> 0.0;
                    };
        }
        return work * plan.batch();
    }

    private static double looking(Attention.Heads heads) {
        return 2.0 * heads.query() * (heads.keySize() + heads.valueSize());
    }

    private static double looking(Attention.LatentAttention latent) {
        return 2.0 * latent.heads() * (latent.plainSize() + latent.ropeSize() + latent.valueSize());
    }

    /// Half of all pairs in a text, less those further apart than a token sees: `length² ÷ 2 − (length − reach)² ÷ 2`.
    private static double pairs(long length, long reach) {
        double seen = Math.min(reach, length);
        return seen * (2 * length - seen) / 2;
    }

    @Override
    public Term seen(TrainingPlan plan) {
        return Term.derived(
                "tokens_each_step",
                Unit.COUNT,
                Operation.PRODUCT,
                Figures.chosen("sequence", plan.sequence().count()),
                Figures.chosen("batch", plan.batch()));
    }
}
