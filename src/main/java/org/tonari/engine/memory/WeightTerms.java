package org.tonari.engine.memory;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.model.TensorRole;
import org.tonari.domain.runtime.BlockFormat;
import org.tonari.domain.runtime.WeightFormat;
import org.tonari.engine.memory.WeightBytes.Share;
import org.tonari.explain.Operation;
import org.tonari.explain.Source;
import org.tonari.explain.Term;
import org.tonari.units.Bytes;
import org.tonari.units.Count;
import org.tonari.units.Unit;

/// The tree behind the weights: classes of tensors, each `weights ÷ block elements × block bytes` by block format.
final class WeightTerms {
    private WeightTerms() {}

    /// Tensors shown together, in the order of the tree.
    private enum Part {
        EMBEDDING_WEIGHTS,
        LOOKUP_TABLE_WEIGHTS,
        ATTENTION_WEIGHTS,
        STATE_WEIGHTS,
        FEED_FORWARD_WEIGHTS,
        ROUTER_WEIGHTS,
        EXPERT_WEIGHTS,
        SHARED_EXPERT_WEIGHTS,
        SMALL_WEIGHTS,
        HEAD_WEIGHTS,
        EXTRA_WEIGHTS;

        private String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static Part of(TensorRole role) {
            return switch (role) {
                case TOKEN_EMBEDDING -> EMBEDDING_WEIGHTS;
                case OUTPUT_HEAD -> HEAD_WEIGHTS;
                case LOOKUP_TABLE, LAYER_EMBEDDING -> LOOKUP_TABLE_WEIGHTS;
                case ATTENTION_QUERY,
                        ATTENTION_KEY,
                        ATTENTION_VALUE,
                        ATTENTION_FUSED,
                        ATTENTION_GATE,
                        ATTENTION_OUTPUT,
                        LATENT_DOWN,
                        LATENT_UP,
                        INDEXER -> ATTENTION_WEIGHTS;
                case STATE_INPUT, STATE_OUTPUT, STATE_SMALL -> STATE_WEIGHTS;
                case FEED_FORWARD_GATE, FEED_FORWARD_UP, FEED_FORWARD_DOWN -> FEED_FORWARD_WEIGHTS;
                case EXPERT_GATE, EXPERT_UP, EXPERT_DOWN, EXPERT_LATENT -> EXPERT_WEIGHTS;
                case SHARED_EXPERT_GATE, SHARED_EXPERT_UP, SHARED_EXPERT_DOWN -> SHARED_EXPERT_WEIGHTS;
                case ROUTER -> ROUTER_WEIGHTS;
                case SMALL -> SMALL_WEIGHTS;
                case VISION, AUDIO, MTP -> EXTRA_WEIGHTS;
            };
        }
    }

    static Term of(LanguageModel model, WeightFormat format, List<Share> shares) {
        var parts = new EnumMap<Part, Map<BlockFormat, Share>>(Part.class);
        for (Share share : shares) {
            parts.computeIfAbsent(Part.of(share.role()), _ -> new LinkedHashMap<>())
                    .merge(share.block(), share, WeightTerms::together);
        }
        var terms = new ArrayList<Term>();
        parts.forEach((part, byBlock) -> terms.add(Term.derived(
                part.id(),
                Unit.BYTES,
                Operation.SUM,
                byBlock.values().stream()
                        .map(share -> packed(share, model, format))
                        .toList())));
        return Term.derived("weights_bytes", Unit.BYTES, Operation.SUM, terms);
    }

    private static Share together(Share one, Share other) {
        return new Share(
                one.role(),
                one.block(),
                Math.addExact(one.elements(), other.elements()),
                one.bytes().plus(other.bytes()));
    }

    private static Term packed(Share share, LanguageModel model, WeightFormat format) {
        BlockFormat block = share.block();
        Source layout = new Source(
                format.source().kind(),
                format.source().citation(),
                format.source().date(),
                block.id());
        if (share.bytes().count() % block.bytes() != 0) {
            return Term.given("weights_in_file", share.bytes(), model.source());
        }
        Term blockBytes = Term.given("block_bytes", new Bytes(block.bytes()), layout);
        return Term.derived("packed_weights", Unit.BYTES, Operation.PRODUCT, blocks(share, model, layout), blockBytes);
    }

    private static Term blocks(Share share, LanguageModel model, Source layout) {
        BlockFormat block = share.block();
        long blocks = share.bytes().count() / block.bytes();
        Term weights = Leaf.model("weights", share.elements(), model);
        if (block.elements() == 1) {
            return weights;
        }
        if (blocks != share.elements() / block.elements()) {
            // Rows or matrices that end within a block: the last one is filled up.
            return Term.given("blocks", new Count(blocks), layout);
        }
        return Term.derived(
                "blocks",
                Unit.COUNT,
                Operation.QUOTIENT,
                weights,
                Term.given("block_elements", new Count(block.elements()), layout));
    }
}
