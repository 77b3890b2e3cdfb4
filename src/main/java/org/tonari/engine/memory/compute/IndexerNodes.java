package org.tonari.engine.memory.compute;

import static org.tonari.engine.memory.compute.Graph.view;

import org.tonari.domain.model.Attention.SparseLatentAttention;

/// The tensors of an indexer that picks the tokens a latent layer reads (src/models/deepseek32.cpp).
final class IndexerNodes {
    private static final long INT = 4;

    private final Graph graph;
    private final ForwardPass pass;
    private final GraphInputs inputs;
    private final GraphInputs.OfIndexer own;
    private final GraphInputs.OfCache cache;
    private final SparseLatentAttention sparse;
    private final int layer;
    private final long tokens;

    IndexerNodes(Graph graph, ForwardPass pass, GraphInputs inputs, SparseLatentAttention sparse, int layer) {
        this.graph = graph;
        this.pass = pass;
        this.inputs = inputs;
        this.own = inputs.ofIndexer();
        this.cache = inputs.of(GraphInputs.Cache.LATENT);
        this.sparse = sparse;
        this.layer = layer;
        this.tokens = pass.tokens();
    }

    /// Stores the tokens' keys.
    ///
    /// @param normed the layer's input, normalised
    void storeKeys(int normed) {
        int raw = graph.make(TensorName.INDEXER_KEYS, sparse.indexerSize(), tokens, normed);
        graph.store(view(turned(TensorName.INDEXER_KEYS, sparse.indexerSize(), raw)), own.keyCells());
    }

    /// Rotated by position, then spread by the indexer's fixed rotation.
    private int turned(TensorName name, long width, int raw) {
        int rotated = graph.make(name, width, tokens, view(raw), inputs.positions());
        return graph.make(name, width, tokens, own.rotation(), rotated);
    }

    /// @param compressed the compressed query
    /// @param normed     the layer's input, normalised
    /// @return the mask that leaves only the picked tokens
    int mask(int compressed, int normed) {
        Extent picked = own.picked();
        int zeros = graph.remake(TensorName.INDEXER_CHOICE, picked, tokens, own.choices()[layer]);
        long width = sparse.indexerHeads() * sparse.indexerSize();
        int raw = graph.make(TensorName.INDEXER_QUERIES, width, tokens, compressed);
        int queries = turned(TensorName.INDEXER_QUERIES, width, raw);
        int weights = graph.make(TensorName.INDEXER_QUERIES, sparse.indexerHeads(), tokens, normed);
        weights = graph.make(TensorName.INDEXER_QUERIES, sparse.indexerHeads(), tokens, view(weights));
        int scores = graph.make(TensorName.INDEXER_SCORES, cache.cells(), tokens, view(queries), weights, own.mask());
        int choice = graph.makeOf(TensorName.INDEXER_CHOICE, picked, tokens, INT, scores);
        choice = graph.makeOf(TensorName.INDEXER_CHOICE, picked, tokens, INT, choice);
        long element = graph.element(cache.mask());
        int filled = graph.makeOf(TensorName.MASK, cache.cells(), tokens, element, cache.mask());
        graph.store(zeros, view(choice), view(filled));
        return graph.remakeOf(TensorName.MASK, cache.cells(), tokens, element, view(filled), cache.mask());
    }
}
