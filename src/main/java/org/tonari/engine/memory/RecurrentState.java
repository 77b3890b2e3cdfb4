package org.tonari.engine.memory;

import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.model.LayerGroup;
import org.tonari.domain.scenario.Scenario;
import org.tonari.explain.Operation;
import org.tonari.explain.Source;
import org.tonari.explain.Term;
import org.tonari.units.Unit;

/// The fixed state of state-space and delta-rule layers: per sequence, whatever the context.
///
/// Per layer and sequence `(taps − 1) · convolved channels` for the convolution and `state · inner` for the
/// recurrence, and a copy more for each token drafted ahead, in f32 (`n_embd_r`, `n_embd_s` of `src/llama-hparams.cpp`,
/// llama.cpp v0.5.0).
final class RecurrentState {
    private static final long STATE_BYTES = 4;
    private static final long HALF_BYTES = 2;

    /// Families whose configuration asks for a recurrence in 32 bits (`mamba_ssm_cache_dtype`, `mamba_ssm_dtype`); vLLM
    /// keeps the others in the model's own 16.
    private static final Set<String> WIDE_IN_VLLM = Set.of("qwen35", "qwen35moe", "nemotron_h", "nemotron_h_moe");

    private RecurrentState() {}

    /// @param convolutionBytes bytes an element of the convolution's state takes in this runtime
    static Term of(Scenario scenario, long convolutionBytes, Source rules) {
        var parts = new ArrayList<Term>();
        for (LayerGroup group : scenario.model().groups()) {
            shape(group.attention(), scenario.model(), 0)
                    .ifPresent(shape -> parts.add(layers(scenario, group, shape, convolutionBytes, rules)));
        }
        return Term.derived("recurrent_state_bytes", Unit.BYTES, Operation.SUM, parts);
    }

    /// One layer's state of one sequence as vLLM stores it: the convolution with room for drafted tokens, both parts in
    /// 16 bits unless the model's configuration says otherwise.
    ///
    /// @param drafted tokens drafted ahead
    static Optional<Term> paged(Attention attention, Scenario scenario, long drafted) {
        boolean wide = WIDE_IN_VLLM.contains(scenario.model().family());
        return shape(attention, scenario.model(), drafted)
                .map(shape -> layer(shape, HALF_BYTES, wide ? STATE_BYTES : HALF_BYTES, UnifiedPool.VLLM));
    }

    private static Term layers(Scenario scenario, LayerGroup group, Shape shape, long convolutionBytes, Source rules) {
        var factors = new ArrayList<Term>();
        factors.add(Leaf.model("layers", group.count(), scenario.model()));
        factors.add(Leaf.concurrency(scenario));
        if (DraftedTokens.of(scenario) > 0) {
            factors.add(Leaf.rule("state_copies", 1 + DraftedTokens.of(scenario), rules));
        }
        factors.add(layer(shape, convolutionBytes, STATE_BYTES, rules));
        return Term.derived("state_of_layers_bytes", Unit.BYTES, Operation.PRODUCT, factors);
    }

    private static Term layer(Shape shape, long convolutionBytes, long recurrenceBytes, Source rules) {
        Term convolution = Term.derived(
                "convolution_state_bytes",
                Unit.BYTES,
                Operation.PRODUCT,
                shape.taps(),
                shape.channels(),
                Leaf.bytes("element_bytes", convolutionBytes, rules));
        var states = new ArrayList<Term>();
        states.add(convolution);
        shape.recurrence()
                .ifPresent(recurrence -> states.add(Term.derived(
                        "recurrence_state_bytes",
                        Unit.BYTES,
                        Operation.PRODUCT,
                        recurrence.state(),
                        recurrence.inner(),
                        Leaf.bytes("element_bytes", recurrenceBytes, rules))));
        return Term.derived("state_of_layer_bytes", Unit.BYTES, Operation.SUM, states);
    }

    /// @param taps       of the convolution, the current token's left out
    /// @param channels   the convolution runs over
    /// @param recurrence what stands behind the convolution; nothing for a convolution alone
    private record Shape(Term taps, Term channels, Optional<Recurrence> recurrence) {
        Shape(Term taps, Term channels, Term state, Term inner) {
            this(taps, channels, Optional.of(new Recurrence(state, inner)));
        }
    }

    /// @param state state elements for each inner element
    /// @param inner elements the recurrence runs over
    private record Recurrence(Term state, Term inner) {}

    private static Optional<Shape> shape(Attention attention, LanguageModel model, long drafted) {
        return switch (attention) {
            case Attention.StateSpace space -> {
                long groups = space.variant() == Attention.StateSpace.Variant.MAMBA_1 ? 0 : space.groups();
                yield Optional.of(new Shape(
                        Leaf.model("earlier_taps", space.convolution() - 1 + drafted, model),
                        Leaf.model("channels", channels(space.innerSize(), groups, space.stateSize()), model),
                        Leaf.model("state_size", space.stateSize(), model),
                        Leaf.model("inner_size", space.innerSize(), model)));
            }
            case Attention.GatedDelta delta -> {
                long inner = Math.multiplyExact(delta.valueHeads(), delta.valueSize());
                yield Optional.of(new Shape(
                        Leaf.model("earlier_taps", delta.convolution() - 1 + drafted, model),
                        Leaf.model("channels", channels(inner, delta.keyHeads(), delta.keySize()), model),
                        Leaf.model("state_size", delta.keySize(), model),
                        Leaf.model("inner_size", inner, model)));
            }
            case Attention.ShortConvolution(long width, long taps) ->
                Optional.of(new Shape(
                        Leaf.model("earlier_taps", taps - 1 + drafted, model),
                        Leaf.model("channels", width, model),
                        Optional.empty()));
            case Attention.FullAttention _,
                    Attention.SlidingWindowAttention _,
                    Attention.ChunkedAttention _,
                    Attention.LatentAttention _,
                    Attention.SparseLatentAttention _,
                    Attention.None _,
                    Attention.Undescribed _ -> Optional.empty();
        };
    }

    /// @return what the convolution runs over: the inner elements, and input and output maps for each group or head
    private static long channels(long inner, long maps, long size) {
        return Math.addExact(inner, Math.multiplyExact(2, Math.multiplyExact(maps, size)));
    }
}
