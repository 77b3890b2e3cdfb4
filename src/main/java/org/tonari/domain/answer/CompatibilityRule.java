package org.tonari.domain.answer;

import java.util.Objects;
import java.util.Set;
import org.tonari.domain.answer.Compatibility.Finding;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.model.LayerGroup;
import org.tonari.domain.scenario.Scenario;
import org.tonari.explain.Source;
import org.tonari.explain.Sourced;
import org.tonari.units.Ratio;

/// A sourced statement on how a runtime's kernels run on some machines. An empty set does not restrict.
///
/// @param runtime       the runtime's id
/// @param architectures compute capabilities or instruction sets (`sm_121`, `apple9`, …)
/// @param backends      compute back ends (`cuda`, `vulkan`, …)
/// @param weights       ids of weight formats
/// @param families      kernel families of weight formats (`fp4`, `kquant`, …)
/// @param attention     kinds of attention that a model must have at least one layer of
/// @param state         how it runs
/// @param why           in one sentence
/// @param effect        what that does to prompts
/// @param decode        decoding speed as a multiple of that with kernels of the machine's own, where it is stated
/// @param source        who states it; its date says as of when
public record CompatibilityRule(
        String runtime,
        Set<String> architectures,
        Set<String> backends,
        Set<String> weights,
        Set<String> families,
        Set<AttentionKind> attention,
        Compatibility.State state,
        Finding.Stated why,
        Compatibility.Effect effect,
        Sourced<Ratio> decode,
        Source source) {

    /// The kinds of attention that kernels tell apart.
    public enum AttentionKind {
        FULL,
        SLIDING_WINDOW,
        CHUNKED,
        LATENT,
        SPARSE_LATENT,
        STATE_SPACE,
        GATED_DELTA,
        SHORT_CONVOLUTION;

        /// @return whether a layer is of this kind
        boolean isKindOf(Attention layer) {
            return switch (layer) {
                case Attention.FullAttention _ -> this == FULL;
                case Attention.SlidingWindowAttention _ -> this == SLIDING_WINDOW;
                case Attention.ChunkedAttention _ -> this == CHUNKED;
                case Attention.LatentAttention _ -> this == LATENT;
                case Attention.SparseLatentAttention _ -> this == SPARSE_LATENT;
                case Attention.StateSpace _ -> this == STATE_SPACE;
                case Attention.GatedDelta _ -> this == GATED_DELTA;
                case Attention.ShortConvolution _ -> this == SHORT_CONVOLUTION;
                case Attention.None _, Attention.Undescribed _ -> false;
            };
        }
    }

    private static final int BY_ARCHITECTURE = 1;
    private static final int BY_BACK_END = 2;
    private static final int BY_FAMILY = 4;
    private static final int BY_WEIGHTS = 8;
    private static final int BY_ATTENTION = 16;

    public CompatibilityRule {
        architectures = Set.copyOf(architectures);
        backends = Set.copyOf(backends);
        weights = Set.copyOf(weights);
        families = Set.copyOf(families);
        attention = Set.copyOf(attention);
        Objects.requireNonNull(state);
        Objects.requireNonNull(effect);
        Objects.requireNonNull(decode);
        Objects.requireNonNull(source);
        if (architectures.isEmpty() && backends.isEmpty()) {
            throw new IllegalArgumentException("a rule names architectures or back ends");
        }
        Objects.requireNonNull(why);
    }

    /// @param backend the back end that would run the scenario
    /// @return whether this speaks of the scenario
    public boolean speaksOf(Scenario scenario, String backend) {
        return runtime.equals(scenario.runtime().id())
                && allows(architectures, scenario.machine().processor().architecture())
                && allows(backends, backend)
                && (weights.contains(scenario.weights().id())
                        || families.contains(scenario.weights().kernelFamily())
                        || (weights.isEmpty() && families.isEmpty()))
                && (attention.isEmpty() || occursIn(scenario.model()));
    }

    /// @return how near the statement comes to the scenario: attention before weights before their family before the
    ///         back end before the architecture
    public int nearnessTo(Scenario scenario) {
        int nearness = (attention.isEmpty() ? 0 : BY_ATTENTION)
                + (backends.isEmpty() ? 0 : BY_BACK_END)
                + (architectures.isEmpty() ? 0 : BY_ARCHITECTURE);
        if (weights.contains(scenario.weights().id())) {
            return nearness + BY_WEIGHTS;
        }
        return families.isEmpty() ? nearness : nearness + BY_FAMILY;
    }

    private static boolean allows(Set<String> named, String one) {
        return named.isEmpty() || named.contains(one);
    }

    private boolean occursIn(LanguageModel model) {
        for (LayerGroup group : model.groups()) {
            for (AttentionKind kind : attention) {
                if (kind.isKindOf(group.attention())) {
                    return true;
                }
            }
        }
        return false;
    }
}
