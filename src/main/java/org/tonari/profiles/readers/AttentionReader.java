package org.tonari.profiles.readers;

import java.util.EnumSet;
import java.util.List;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.Attention.Heads;
import org.tonari.domain.model.Attention.LatentAttention;
import org.tonari.domain.model.Attention.StateSpace;
import org.tonari.domain.model.Attention.Trait;
import org.tonari.explain.MissingFact;
import org.tonari.profiles.tree.ProfileNode;

/// Reads how a layer looks back.
final class AttentionReader {
    private AttentionReader() {}

    /// The kinds of attention a profile can name.
    private enum Type {
        FULL,
        SLIDING_WINDOW,
        CHUNKED,
        LATENT,
        SPARSE_LATENT,
        STATE_SPACE,
        GATED_DELTA,
        SHORT_CONVOLUTION,
        NONE,
        UNDESCRIBED
    }

    /// @param node a layer's `attention`
    /// @throws ProfileException where it is not one
    public static Attention read(ProfileNode node) {
        Type type = node.field("type").oneOf(Type.class);
        Attention attention = node.checked(place -> attention(type, place));
        node.requireAllRead();
        return attention;
    }

    private static Attention attention(Type type, ProfileNode node) {
        return switch (type) {
            case FULL -> new Attention.FullAttention(heads(node));
            case SLIDING_WINDOW -> new Attention.SlidingWindowAttention(heads(node), size(node, "window"));
            case CHUNKED -> new Attention.ChunkedAttention(heads(node), size(node, "chunk"));
            case LATENT -> latent(node);
            case SPARSE_LATENT ->
                new Attention.SparseLatentAttention(
                        latent(node),
                        size(node, "indexer_heads"),
                        size(node, "indexer_size"),
                        size(node, "selected_tokens"));
            case STATE_SPACE -> stateSpace(node);
            case GATED_DELTA ->
                new Attention.GatedDelta(
                        size(node, "key_heads"),
                        size(node, "value_heads"),
                        size(node, "key_size"),
                        size(node, "value_size"),
                        size(node, "convolution"));
            case SHORT_CONVOLUTION -> new Attention.ShortConvolution(size(node, "width"), size(node, "convolution"));
            case NONE -> new Attention.None();
            case UNDESCRIBED -> undescribed(node);
        };
    }

    private static Heads heads(ProfileNode node) {
        var traits = EnumSet.noneOf(Trait.class);
        for (ProfileNode trait :
                node.optionalField("traits").map(ProfileNode::items).orElse(List.of())) {
            traits.add(trait.oneOf(Trait.class));
        }
        return new Heads(
                size(node, "query_heads"),
                size(node, "kv_heads"),
                size(node, "key_size"),
                size(node, "value_size"),
                traits);
    }

    private static LatentAttention latent(ProfileNode node) {
        return new LatentAttention(
                size(node, "heads"),
                node.field("query_rank").whole(0),
                size(node, "latent_rank"),
                size(node, "rope_size"),
                size(node, "plain_size"),
                size(node, "value_size"));
    }

    private static StateSpace stateSpace(ProfileNode node) {
        return new StateSpace(
                node.field("variant").oneOf(StateSpace.Variant.class),
                size(node, "inner_size"),
                size(node, "state_size"),
                size(node, "groups"),
                size(node, "heads"),
                size(node, "convolution"));
    }

    private static Attention undescribed(ProfileNode node) {
        return new Attention.Undescribed(
                new MissingFact(node.field("path").text(), node.field("reason").text()));
    }

    private static long size(ProfileNode node, String name) {
        return node.field(name).whole(1);
    }
}
