package org.tonari.profiles.writers;

import org.tonari.domain.model.Attention;
import org.tonari.domain.model.Attention.Heads;
import org.tonari.domain.model.Attention.LatentAttention;
import org.tonari.domain.model.Attention.SparseLatentAttention;
import org.tonari.domain.model.Attention.Trait;
import org.tonari.explain.MissingFact;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes how a layer looks back.
final class AttentionWriter {
    private AttentionWriter() {}

    static ObjectNode write(Attention attention) {
        return switch (attention) {
            case Attention.FullAttention(Heads heads) -> traits(heads("full", heads), heads);
            case Attention.SlidingWindowAttention(Heads heads, long window) ->
                traits(heads("sliding_window", heads).put("window", window), heads);
            case Attention.ChunkedAttention(Heads heads, long chunk) ->
                traits(heads("chunked", heads).put("chunk", chunk), heads);
            case LatentAttention latent -> latent("latent", latent);
            case SparseLatentAttention sparse ->
                latent("sparse_latent", sparse.latent())
                        .put("indexer_heads", sparse.indexerHeads())
                        .put("indexer_size", sparse.indexerSize())
                        .put("selected_tokens", sparse.selectedTokens());
            case Attention.StateSpace space -> stateSpace(space);
            case Attention.GatedDelta delta -> gatedDelta(delta);
            case Attention.ShortConvolution(long width, long convolution) ->
                typed("short_convolution").put("width", width).put("convolution", convolution);
            case Attention.None _ -> typed("none");
            case Attention.Undescribed(MissingFact missing) ->
                typed("undescribed")
                        .put("path", missing.path())
                        .put("reason", missing.reason().english());
        };
    }

    private static ObjectNode typed(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }

    private static ObjectNode heads(String type, Heads heads) {
        return typed(type)
                .put("query_heads", heads.query())
                .put("kv_heads", heads.keyValue())
                .put("key_size", heads.keySize())
                .put("value_size", heads.valueSize());
    }

    private static ObjectNode traits(ObjectNode node, Heads heads) {
        if (!heads.traits().isEmpty()) {
            ArrayNode traits = node.putArray("traits");
            for (Trait trait : Trait.values()) {
                if (heads.traits().contains(trait)) {
                    traits.add(ModelWriter.lower(trait));
                }
            }
        }
        return node;
    }

    private static ObjectNode latent(String type, LatentAttention latent) {
        return typed(type)
                .put("heads", latent.heads())
                .put("query_rank", latent.queryRank())
                .put("latent_rank", latent.latentRank())
                .put("rope_size", latent.ropeSize())
                .put("plain_size", latent.plainSize())
                .put("value_size", latent.valueSize());
    }

    private static ObjectNode stateSpace(Attention.StateSpace space) {
        return typed("state_space")
                .put("variant", ModelWriter.lower(space.variant()))
                .put("inner_size", space.innerSize())
                .put("state_size", space.stateSize())
                .put("groups", space.groups())
                .put("heads", space.heads())
                .put("convolution", space.convolution());
    }

    private static ObjectNode gatedDelta(Attention.GatedDelta delta) {
        return typed("gated_delta")
                .put("key_heads", delta.keyHeads())
                .put("value_heads", delta.valueHeads())
                .put("key_size", delta.keySize())
                .put("value_size", delta.valueSize())
                .put("convolution", delta.convolution());
    }
}
