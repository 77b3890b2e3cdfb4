package org.tonari.domain.model;

import java.util.ArrayList;
import java.util.List;
import org.tonari.domain.model.Attention.Heads;
import org.tonari.domain.model.Attention.LatentAttention;
import org.tonari.domain.model.Attention.SparseLatentAttention;
import org.tonari.domain.model.Attention.Trait;

/// The matrices of one layer's attention.
final class AttentionTensors {
    private AttentionTensors() {}

    static List<WeightTensor> of(Attention attention, long hidden) {
        return switch (attention) {
            case Attention.FullAttention(Heads heads) -> softmax(heads, hidden);
            case Attention.SlidingWindowAttention(Heads heads, long _) -> softmax(heads, hidden);
            case Attention.ChunkedAttention(Heads heads, long _) -> softmax(heads, hidden);
            case LatentAttention latent -> latent(latent, hidden);
            case SparseLatentAttention sparse -> sparse(sparse, hidden);
            case Attention.StateSpace space -> stateSpace(space, hidden);
            case Attention.GatedDelta delta -> gatedDelta(delta, hidden);
            case Attention.ShortConvolution(long width, long _) ->
                List.of(
                        WeightTensor.of(TensorRole.STATE_INPUT, hidden, 3 * width),
                        WeightTensor.of(TensorRole.STATE_OUTPUT, width, hidden));
            case Attention.None _, Attention.Undescribed _ -> List.of();
        };
    }

    private static List<WeightTensor> softmax(Heads heads, long hidden) {
        long queryWidth = Math.multiplyExact(heads.query(), heads.keySize());
        long queryRows = heads.traits().contains(Trait.OUTPUT_GATE) ? 2 * queryWidth : queryWidth;
        var tensors = new ArrayList<WeightTensor>();
        if (heads.traits().contains(Trait.FUSED_PROJECTION)) {
            long rows = queryRows + heads.keyWidth() + heads.valueWidth();
            tensors.add(WeightTensor.of(TensorRole.ATTENTION_FUSED, hidden, rows));
        } else {
            tensors.add(WeightTensor.of(TensorRole.ATTENTION_QUERY, hidden, queryRows));
            tensors.add(WeightTensor.of(TensorRole.ATTENTION_KEY, hidden, heads.keyWidth()));
            if (!heads.traits().contains(Trait.KEY_IS_VALUE)) {
                tensors.add(WeightTensor.of(TensorRole.ATTENTION_VALUE, hidden, heads.valueWidth()));
            }
        }
        long outputColumns = Math.multiplyExact(heads.query(), heads.valueSize());
        tensors.add(WeightTensor.of(TensorRole.ATTENTION_OUTPUT, outputColumns, hidden));
        return tensors;
    }

    private static List<WeightTensor> latent(LatentAttention latent, long hidden) {
        long queryRows = Math.multiplyExact(latent.heads(), latent.plainSize() + latent.ropeSize());
        var tensors = new ArrayList<WeightTensor>();
        if (latent.queryRank() > 0) {
            tensors.add(WeightTensor.of(TensorRole.LATENT_DOWN, hidden, latent.queryRank()));
            tensors.add(WeightTensor.of(TensorRole.LATENT_UP, latent.queryRank(), queryRows));
        } else {
            tensors.add(WeightTensor.of(TensorRole.ATTENTION_QUERY, hidden, queryRows));
        }
        tensors.add(WeightTensor.of(TensorRole.LATENT_DOWN, hidden, latent.cacheWidth()));
        // Keys are absorbed into the query, so their up-projection stands transposed, head by head.
        tensors.add(new WeightTensor(TensorRole.LATENT_UP, latent.plainSize(), latent.latentRank(), latent.heads()));
        tensors.add(new WeightTensor(TensorRole.LATENT_UP, latent.latentRank(), latent.valueSize(), latent.heads()));
        long outputColumns = Math.multiplyExact(latent.heads(), latent.valueSize());
        tensors.add(WeightTensor.of(TensorRole.ATTENTION_OUTPUT, outputColumns, hidden));
        return tensors;
    }

    private static List<WeightTensor> sparse(SparseLatentAttention sparse, long hidden) {
        LatentAttention latent = sparse.latent();
        long queryColumns = latent.queryRank() > 0 ? latent.queryRank() : hidden;
        long queryRows = Math.multiplyExact(sparse.indexerHeads(), sparse.indexerSize());
        var tensors = new ArrayList<>(latent(latent, hidden));
        tensors.add(WeightTensor.of(TensorRole.INDEXER, queryColumns, queryRows));
        tensors.add(WeightTensor.of(TensorRole.INDEXER, hidden, sparse.indexerSize()));
        tensors.add(WeightTensor.of(TensorRole.INDEXER, hidden, sparse.indexerHeads()));
        return tensors;
    }

    private static List<WeightTensor> stateSpace(Attention.StateSpace space, long hidden) {
        long inner = space.innerSize();
        return switch (space.variant()) {
            case MAMBA_1 ->
                List.of(
                        WeightTensor.of(TensorRole.STATE_INPUT, hidden, 2 * inner),
                        WeightTensor.of(TensorRole.STATE_SMALL, inner, space.heads() + 2 * space.stateSize()),
                        WeightTensor.of(TensorRole.STATE_SMALL, space.heads(), inner),
                        WeightTensor.of(TensorRole.STATE_OUTPUT, inner, hidden));
            case MAMBA_2 -> {
                long rows = 2 * inner + 2 * space.groups() * space.stateSize() + space.heads();
                yield List.of(
                        WeightTensor.of(TensorRole.STATE_INPUT, hidden, rows),
                        WeightTensor.of(TensorRole.STATE_OUTPUT, inner, hidden));
            }
        };
    }

    private static List<WeightTensor> gatedDelta(Attention.GatedDelta delta, long hidden) {
        long keys = Math.multiplyExact(delta.keyHeads(), delta.keySize());
        long values = Math.multiplyExact(delta.valueHeads(), delta.valueSize());
        return List.of(
                WeightTensor.of(TensorRole.ATTENTION_FUSED, hidden, 2 * keys + values),
                WeightTensor.of(TensorRole.ATTENTION_GATE, hidden, values),
                new WeightTensor(TensorRole.STATE_SMALL, hidden, delta.valueHeads(), 2),
                WeightTensor.of(TensorRole.STATE_OUTPUT, values, hidden));
    }
}
