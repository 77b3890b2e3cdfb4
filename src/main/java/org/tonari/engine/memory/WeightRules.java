package org.tonari.engine.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.Attention.Heads;
import org.tonari.domain.model.FeedForward.MixtureOfExperts;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.model.LanguageModel.OutputHead;
import org.tonari.domain.model.TensorRole;
import org.tonari.domain.model.WeightTensor;
import org.tonari.domain.runtime.BlockFormat;
import org.tonari.domain.runtime.WeightFormat;
import org.tonari.domain.runtime.WeightFormat.LayerSelection;
import org.tonari.domain.runtime.WeightFormat.ModelCondition;
import org.tonari.domain.runtime.WeightFormat.Rule;
import org.tonari.units.Bytes;

/// Which block format a weight format takes for a tensor.
///
/// `llama_tensor_get_type_impl` and `tensor_type_fallback` of `src/llama-quant.cpp`, llama.cpp v0.5.0, as data.
final class WeightRules {
    private static final int EIGHT = 8;
    private static final int SIXTEEN = 16;
    private static final int GROUPED = 4;
    private static final int LAYERS_OF_70B = 80;

    private final LanguageModel model;
    private final WeightFormat format;
    private final List<Rule> rules;

    WeightRules(LanguageModel model, WeightFormat format) {
        this.model = model;
        this.format = format;
        this.rules = format.rules().stream()
                .filter(rule -> holds(rule.condition(), model))
                .toList();
    }

    /// @return the rules that may decide about a role, the last of them for all layers
    List<Rule> candidates(TensorRole role) {
        var candidates = new ArrayList<Rule>();
        for (Rule rule : rules) {
            if (rule.isAbout(role)) {
                candidates.add(rule);
                if (rule.layers() == LayerSelection.ALL) {
                    return candidates;
                }
            }
        }
        throw new IllegalStateException(format.id() + " has no rule for " + role);
    }

    /// @return the block format the rule comes to for rows of this length
    BlockFormat block(Rule rule, WeightTensor tensor) {
        BlockFormat block = rule.block();
        Optional<BlockFormat> fallback = fallback(block);
        while (!block.fits(tensor.columns()) && fallback.isPresent()) {
            block = fallback.get();
            fallback = fallback(block);
        }
        return block;
    }

    private Optional<BlockFormat> fallback(BlockFormat block) {
        return Optional.ofNullable(format.fallbacks().get(block.id()));
    }

    /// @return a matrix in a block format: row by row where rows fill whole blocks, else as a whole
    static Bytes bytes(WeightTensor tensor, BlockFormat block) {
        return block.fits(tensor.columns())
                ? new Bytes(Math.multiplyExact(tensor.elements() / block.elements(), block.bytes()))
                : block.row(tensor.elements());
    }

    /// @return a part of which only the number of weights is known, so that nothing can be said of its rows
    Bytes flat(WeightTensor tensor) {
        return candidates(tensor.role()).getLast().block().row(tensor.elements());
    }

    /// @param index of the tensor among those of its class, from 0
    /// @param count how many llama.cpp takes that class to have
    static boolean includes(LayerSelection selection, int index, int count) {
        return switch (selection) {
            case ALL -> true;
            case MORE_BITS -> index < count / EIGHT || index >= 7 * count / EIGHT || (index - count / EIGHT) % 3 == 2;
            case FIRST_EIGHTH -> index < count / EIGHT;
            case FIRST_SIXTEENTH -> index < count / SIXTEEN;
            case FIRST_TWO -> index < 2;
            case FIRST_FOUR -> index < 4;
            case BEFORE_ATTENTION -> false;
        };
    }

    private static boolean holds(ModelCondition condition, LanguageModel model) {
        return switch (condition) {
            case ANY -> true;
            case TIED_HEAD -> model.head() == OutputHead.TIED;
            case EIGHT_EXPERTS ->
                model.groups().stream()
                        .anyMatch(group ->
                                group.feedForward() instanceof MixtureOfExperts mixture && mixture.experts() == EIGHT);
            case SEVENTY_B -> model.layers() == LAYERS_OF_70B;
            case GROUPED_BY_FOUR -> queriesPerKey(model.layer(0).attention()) >= GROUPED;
            case PUBLISHED_IN_MXFP4 -> model.nativeWeights().equals("mxfp4");
        };
    }

    private static long queriesPerKey(Attention attention) {
        return switch (attention) {
            case Attention.FullAttention(Heads heads) -> heads.query() / heads.keyValue();
            case Attention.SlidingWindowAttention(Heads heads, long _) -> heads.query() / heads.keyValue();
            case Attention.ChunkedAttention(Heads heads, long _) -> heads.query() / heads.keyValue();
            // One latent vector serves all heads, and files of hybrid models give their delta layers the heads of
            // their attention layers, which share more than four to one.
            case Attention.LatentAttention _, Attention.SparseLatentAttention _, Attention.GatedDelta _ -> GROUPED;
            case Attention.StateSpace _, Attention.ShortConvolution _, Attention.None _, Attention.Undescribed _ -> 0;
        };
    }
}
