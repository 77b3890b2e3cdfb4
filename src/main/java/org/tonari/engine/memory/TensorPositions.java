package org.tonari.engine.memory;

import java.util.EnumSet;
import java.util.Set;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.Attention.Heads;
import org.tonari.domain.model.Attention.Trait;
import org.tonari.domain.model.FeedForward;
import org.tonari.domain.model.FeedForward.MixtureOfExperts;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.model.TensorRole;

/// Where a tensor stands among those of its class, as llama.cpp counts them when it mixes precisions.
///
/// Values and fused projections are counted one after the other. So are the down-projections of dense models, though
/// out of as many as there are layers; with experts anywhere their layer itself is taken (`layer_info` of
/// `src/llama-quant.cpp`, llama.cpp v0.5.0).
final class TensorPositions {
    private static final Set<TensorRole> VALUES = EnumSet.of(TensorRole.ATTENTION_VALUE, TensorRole.ATTENTION_FUSED);
    private static final Set<TensorRole> DOWNS =
            EnumSet.of(TensorRole.FEED_FORWARD_DOWN, TensorRole.EXPERT_DOWN, TensorRole.SHARED_EXPERT_DOWN);

    private final int[] valueIndex;
    private final int[] downIndex;
    private final int values;
    private final LanguageModel model;

    TensorPositions(LanguageModel model) {
        this.model = model;
        boolean experts = model.groups().stream().anyMatch(group -> group.feedForward() instanceof MixtureOfExperts);
        valueIndex = new int[model.layers()];
        downIndex = new int[model.layers()];
        int value = 0;
        int down = 0;
        for (int layer = 0; layer < model.layers(); layer++) {
            valueIndex[layer] = value;
            downIndex[layer] = experts ? layer : down;
            value += hasValue(model.layer(layer).attention()) ? 1 : 0;
            down += model.layer(layer).feedForward() instanceof FeedForward.None ? 0 : 1;
        }
        values = value;
    }

    /// @return the index among tensors of the role's class, from 0; the layer itself for roles that are not counted
    int index(TensorRole role, int layer) {
        if (VALUES.contains(role)) {
            return valueIndex[layer];
        }
        return DOWNS.contains(role) ? downIndex[layer] : layer;
    }

    /// @return how many tensors the role's class is taken to have
    int count(TensorRole role) {
        return VALUES.contains(role) ? values : downIndex.length;
    }

    /// @return whether the layer after this one has attention over a cache
    boolean isBeforeAttention(int layer) {
        return layer + 1 < model.layers()
                && switch (model.layer(layer + 1).attention()) {
                    case Attention.FullAttention _,
                            Attention.SlidingWindowAttention _,
                            Attention.ChunkedAttention _,
                            Attention.LatentAttention _,
                            Attention.SparseLatentAttention _ -> true;
                    case Attention.GatedDelta _,
                            Attention.StateSpace _,
                            Attention.ShortConvolution _,
                            Attention.None _,
                            Attention.Undescribed _ -> false;
                };
    }

    private static boolean hasValue(Attention attention) {
        return switch (attention) {
            case Attention.FullAttention(Heads heads) -> hasValue(heads);
            case Attention.SlidingWindowAttention(Heads heads, long _) -> hasValue(heads);
            case Attention.ChunkedAttention(Heads heads, long _) -> hasValue(heads);
            case Attention.GatedDelta _ -> true;
            case Attention.LatentAttention _,
                    Attention.SparseLatentAttention _,
                    Attention.StateSpace _,
                    Attention.ShortConvolution _,
                    Attention.None _,
                    Attention.Undescribed _ -> false;
        };
    }

    private static boolean hasValue(Heads heads) {
        return heads.traits().contains(Trait.FUSED_PROJECTION)
                || !heads.traits().contains(Trait.KEY_IS_VALUE);
    }
}
