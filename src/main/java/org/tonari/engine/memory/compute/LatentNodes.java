package org.tonari.engine.memory.compute;

import static org.tonari.engine.memory.compute.Graph.view;

import java.util.function.IntSupplier;
import org.tonari.domain.model.Attention.LatentAttention;

/// The tensors of multi-head latent attention, absorbed: queries are mapped into the latent space
/// (src/models/deepseek2.cpp, `build_attn_mha` of src/llama-graph.cpp).
final class LatentNodes {
    private static final long HALF = 2;

    private final Graph graph;
    private final ForwardPass pass;
    private final GraphInputs inputs;
    private final GraphInputs.OfCache cache;
    private final LatentAttention attention;
    private final long tokens;

    LatentNodes(Graph graph, ForwardPass pass, GraphInputs inputs, LatentAttention attention) {
        this.graph = graph;
        this.pass = pass;
        this.inputs = inputs;
        this.cache = inputs.of(GraphInputs.Cache.LATENT);
        this.attention = attention;
        this.tokens = pass.tokens();
    }

    /// @param normed the layer's input, normalised
    /// @return the attention's output, of the hidden size
    int add(int normed) {
        int queries = queries(compressed(normed));
        storeKeys(normed);
        return pass.isFused() ? fused(queries, cache::mask) : unfused(queries, cache::mask);
    }

    /// @param normed  the layer's input, normalised
    /// @param indexer picks the tokens that are read
    /// @return the attention's output, of the hidden size
    int add(int normed, IndexerNodes indexer) {
        indexer.storeKeys(normed);
        int compressed = compressed(normed);
        int queries = queries(compressed);
        storeKeys(normed);
        IntSupplier mask = () -> indexer.mask(compressed, normed);
        return pass.isFused() ? fused(queries, mask) : unfused(queries, mask);
    }

    private int compressed(int normed) {
        return attention.queryRank() == 0
                ? normed
                : graph.make(TensorName.LATENT_QUERIES, attention.queryRank(), tokens, normed);
    }

    private int queries(int from) {
        long heads = attention.heads();
        long headSize = attention.plainSize() + attention.ropeSize();
        int wide = graph.make(TensorName.LATENT_QUERIES, heads * headSize, tokens, from);
        int absorbed = graph.make(TensorName.LATENT_QUERIES, heads * attention.latentRank(), tokens, view(wide));
        int rotated = rotated(TensorName.LATENT_QUERIES, heads * attention.ropeSize(), wide);
        return graph.make(TensorName.LATENT_QUERIES, heads * attention.cacheWidth(), tokens, view(absorbed), rotated);
    }

    private void storeKeys(int normed) {
        int raw = graph.make(TensorName.LATENT_KEYS, attention.cacheWidth(), tokens, normed);
        int latent = graph.make(TensorName.LATENT_KEYS, attention.latentRank(), tokens, view(raw));
        int rotated = rotated(TensorName.LATENT_KEYS, attention.ropeSize(), raw);
        int keys = graph.make(TensorName.LATENT_KEYS, attention.cacheWidth(), tokens, view(latent), rotated);
        graph.store(view(keys), cache.keyCells());
    }

    private int rotated(TensorName name, long width, int from) {
        return inputs.positions() == GraphInputs.NONE
                ? graph.make(name, width, tokens, view(from))
                : graph.make(name, width, tokens, view(from), inputs.positions());
    }

    private int fused(int queries, IntSupplier mask) {
        int output = flash(view(queries), mask);
        long width = attention.heads() * attention.valueSize();
        int values = graph.make(TensorName.LATENT_VALUES, width, tokens, view(output));
        values = graph.make(TensorName.LATENT_VALUES, width, tokens, view(values));
        return graph.make(TensorName.ATTENTION_OUTPUT, pass.model().hiddenSize(), tokens, view(values));
    }

    private int flash(int queries, IntSupplier mask) {
        long width = attention.heads() * attention.latentRank();
        if (!pass.keys().isConverted()) {
            return graph.make(TensorName.FLASH_ATTENTION_OUTPUT, width, tokens, queries, mask.getAsInt());
        }
        Extent cells = cache.cells().times(pass.streams());
        int keys = graph.makeOf(TensorName.CONVERTED_KEYS, attention.cacheWidth(), cells, HALF);
        int values = graph.makeOf(TensorName.CONVERTED_VALUES, attention.latentRank(), cells, HALF);
        return graph.make(TensorName.FLASH_ATTENTION_OUTPUT, width, tokens, queries, keys, values, mask.getAsInt());
    }

    private int unfused(int queries, IntSupplier mask) {
        Extent elements = cache.cells().times(pass.streams()).times(attention.latentRank());
        int values = graph.makeOf(TensorName.LATENT_VALUES, pass.keys().bytes(elements), 1, 1);
        Extent scores = cache.cells().times(attention.heads());
        int kq = graph.make(TensorName.KQ, scores, tokens, view(queries));
        kq = graph.remake(TensorName.KQ, scores, tokens, kq, mask.getAsInt());
        int kqv = graph.make(TensorName.KQV, attention.heads() * attention.latentRank(), tokens, values, kq);
        long width = attention.heads() * attention.valueSize();
        int output = graph.make(TensorName.LATENT_VALUES, width, tokens, kqv);
        output = graph.make(TensorName.KQV, width, tokens, view(output));
        return graph.make(TensorName.ATTENTION_OUTPUT, pass.model().hiddenSize(), tokens, output);
    }
}
