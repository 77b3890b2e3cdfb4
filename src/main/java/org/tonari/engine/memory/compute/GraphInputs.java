package org.tonari.engine.memory.compute;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.Attention.Heads;
import org.tonari.domain.model.LayerGroup;
import org.tonari.engine.memory.compute.GraphTraits.Quirk;

/// The inputs of a forward pass: what the processor fills in before the graph runs (`llm_graph_input_*`). They are
/// made first and given back after their last use.
final class GraphInputs {
    /// No tensor.
    static final int NONE = -1;

    /// The caches of a model: each has inputs of its own.
    enum Cache {
        FULL,
        WINDOWED,
        LATENT
    }

    /// The inputs of one cache.
    ///
    /// @param cells         cells of a stream, growing with the cache or kept to a window
    /// @param keyRotation   the rotation of quantised keys, or [#NONE]
    /// @param valueRotation the rotation of quantised values, or [#NONE]
    /// @param keyCells      where keys are stored
    /// @param valueCells    where values are stored, or [#NONE]
    /// @param queryScale    what queries are scaled by, token by token, or [#NONE]
    /// @param mask          which cells a token sees
    record OfCache(
            Extent cells, int keyRotation, int valueRotation, int keyCells, int valueCells, int queryScale, int mask) {}

    /// The inputs of an indexer.
    ///
    /// @param rotation spreads queries and keys
    /// @param keyCells where keys are stored
    /// @param mask     which cells a token sees
    /// @param picked   tokens read at most
    /// @param choices  by layer, what marks the picked tokens
    record OfIndexer(int rotation, int keyCells, int mask, Extent picked, int[] choices) {}

    private static final long INT = 4;
    private static final long LONG = 8;
    private static final long FLOAT = 4;
    private static final long HALF = 2;

    /// Rotations run over 64 elements of a value head.
    private static final long ROTATED = 64;

    private final Graph graph;
    private final ForwardPass pass;
    private final Stretch stretch;
    private final Extent full;
    private final int tokens;
    private final int layerTokens;
    private final int stateRows;
    private final int outputRows;
    private final Map<Cache, OfCache> caches = new EnumMap<>(Cache.class);
    private int positions = NONE;
    private Optional<OfIndexer> indexer = Optional.empty();

    /// Adds the inputs in the order llama.cpp makes them.
    ///
    /// @param stretch of lengths of the cache that the graph holds for
    GraphInputs(Graph graph, ForwardPass pass, Stretch stretch) {
        this.graph = graph;
        this.pass = pass;
        this.stretch = stretch;
        this.full = new Extent(stretch.steps() * LlamaCells.STEP, true);
        this.tokens = graph.input(TensorName.INPUT_TOKENS, 1, pass.tokens(), INT);
        graph.input(TensorName.INPUT_EMBEDDING, pass.model().hiddenSize(), pass.tokens(), FLOAT);
        boolean embedsLayers = LayerEmbeddingNodes.width(pass) > 0;
        this.layerTokens = embedsLayers ? graph.input(TensorName.INPUT_TOKENS, 1, pass.tokens(), INT) : NONE;
        boolean recurrent = pass.model().groups().stream().anyMatch(group -> isRecurrent(group.attention()));
        this.stateRows = recurrent ? graph.input(TensorName.STATE_ROWS, 1, pass.sequences(), INT) : NONE;
        for (LayerGroup group : pass.model().groups()) {
            cacheOf(group.attention())
                    .filter(cache -> !caches.containsKey(cache))
                    .ifPresent(cache -> {
                        caches.put(cache, make(cache, group.attention()));
                    });
        }
        this.outputRows = graph.input(TensorName.OUTPUT_ROWS, 1, pass.outputs(), INT);
    }

    /// @return the cache a kind of attention reads, if any
    static Optional<Cache> cacheOf(Attention attention) {
        return switch (attention) {
            case Attention.FullAttention _ -> Optional.of(Cache.FULL);
            case Attention.SlidingWindowAttention _, Attention.ChunkedAttention _ -> Optional.of(Cache.WINDOWED);
            case Attention.LatentAttention _, Attention.SparseLatentAttention _ -> Optional.of(Cache.LATENT);
            case Attention.StateSpace _,
                    Attention.GatedDelta _,
                    Attention.ShortConvolution _,
                    Attention.None _,
                    Attention.Undescribed _ -> Optional.empty();
        };
    }

    static boolean isRecurrent(Attention attention) {
        return attention instanceof Attention.StateSpace
                || attention instanceof Attention.GatedDelta
                || attention instanceof Attention.ShortConvolution;
    }

    private OfCache make(Cache cache, Attention attention) {
        return switch (attention) {
            case Attention.FullAttention(Heads heads) -> softmax(cache, heads, full);
            case Attention.SlidingWindowAttention(Heads heads, long _) -> softmax(cache, heads, windowed());
            case Attention.ChunkedAttention(Heads heads, long _) -> softmax(cache, heads, windowed());
            case Attention.LatentAttention _, Attention.SparseLatentAttention _ ->
                firstIndexer().map(this::sparse).orElseGet(this::latent);
            case Attention.StateSpace _,
                    Attention.GatedDelta _,
                    Attention.ShortConvolution _,
                    Attention.None _,
                    Attention.Undescribed _ -> throw new IllegalArgumentException("keeps no cache: " + attention);
        };
    }

    /// Plain latent layers may stand beside those with an indexer; all read one cache.
    private Optional<Attention.SparseLatentAttention> firstIndexer() {
        return pass.model().groups().stream()
                .map(LayerGroup::attention)
                .filter(Attention.SparseLatentAttention.class::isInstance)
                .map(Attention.SparseLatentAttention.class::cast)
                .findFirst();
    }

    private OfCache softmax(Cache cache, Heads heads, Extent cells) {
        long keySpan = Long.lowestOneBit(heads.keySize());
        int keyRotation = isRotated(pass.keys(), heads.keySize()) ? rotation(TensorName.KEY_ROTATION, keySpan) : NONE;
        if (rotates(cache)) {
            makePositions();
        }
        boolean scaled = cache == Cache.FULL && pass.traits().has(Quirk.SCALED_QUERIES);
        int queryScale = scaled ? graph.input(TensorName.QUERY_SCALE, 1, pass.tokens(), FLOAT) : NONE;
        int valueRotation =
                isRotated(pass.values(), heads.valueSize()) ? rotation(TensorName.VALUE_ROTATION, ROTATED) : NONE;
        int keyCells = graph.input(TensorName.KEY_CELLS, 1, pass.tokens(), LONG);
        long valueWidth = pass.isFused() ? 1 : pass.widestValue();
        int valueCells = graph.input(TensorName.VALUE_CELLS, valueWidth, pass.tokens(), LONG);
        return new OfCache(cells, keyRotation, valueRotation, keyCells, valueCells, queryScale, mask(cells));
    }

    private OfCache latent() {
        if (rotates(Cache.LATENT)) {
            makePositions();
        }
        int keyCells = graph.input(TensorName.KEY_CELLS, 1, pass.tokens(), LONG);
        return new OfCache(full, NONE, NONE, keyCells, NONE, NONE, mask(full));
    }

    private OfCache sparse(Attention.SparseLatentAttention sparse) {
        int rotation = rotation(TensorName.KEY_ROTATION, Long.lowestOneBit(sparse.indexerSize()));
        makePositions();
        int indexerCells = graph.input(TensorName.KEY_CELLS, 1, pass.tokens(), LONG);
        int keyCells = graph.input(TensorName.KEY_CELLS, 1, pass.tokens(), LONG);
        Extent picked = picked(sparse.selectedTokens());
        var choices = new int[pass.model().layers()];
        int first = graph.input(TensorName.INDEXER_INPUT, picked, pass.tokens(), FLOAT);
        int indexerMask = graph.input(TensorName.MASK, full, pass.tokens(), HALF);
        int mask = mask(full);
        choices[0] = first;
        for (int layer = 1; layer < choices.length; layer++) {
            choices[layer] = graph.input(TensorName.INDEXER_INPUT, picked, pass.tokens(), FLOAT);
        }
        indexer = Optional.of(new OfIndexer(rotation, indexerCells, indexerMask, picked, choices));
        return new OfCache(full, NONE, NONE, keyCells, NONE, NONE, mask);
    }

    /// @return tokens read at most: all that are there, or so many
    private Extent picked(long most) {
        if (full.size() <= most) {
            stretch.narrowTo(most / LlamaCells.STEP);
            return full;
        }
        stretch.narrowFrom(Math.ceilDiv(most, LlamaCells.STEP));
        return Extent.fixed(most);
    }

    private Extent windowed() {
        return pass.window().map(Extent::fixed).orElse(full);
    }

    /// @return whether queries and keys of layers with this cache are rotated by position
    boolean rotates(Cache cache) {
        return !pass.traits().has(Quirk.NO_ROTATION)
                && !(cache == Cache.FULL && pass.traits().has(Quirk.UNROTATED_FULL_ATTENTION));
    }

    private void makePositions() {
        if (positions == NONE) {
            positions = graph.input(TensorName.POSITIONS, pass.traits().positionsPerToken(), pass.tokens(), INT);
        }
    }

    private static boolean isRotated(CachePacking format, long headSize) {
        return format.isQuantised() && headSize % ROTATED == 0;
    }

    private int rotation(TensorName name, long span) {
        return graph.input(name, span, span, FLOAT);
    }

    private int mask(Extent cells) {
        return graph.input(TensorName.MASK, cells, pass.tokens(), pass.isFused() ? HALF : FLOAT);
    }

    int tokens() {
        return tokens;
    }

    int stateRows() {
        return stateRows;
    }

    int outputRows() {
        return outputRows;
    }

    /// @return the tokens' positions, or [#NONE] where nothing is rotated
    int positions() {
        return positions;
    }

    /// @return the second copy of the tokens that embeddings of layers read, or [#NONE]
    int layerTokens() {
        return layerTokens;
    }

    /// @return the inputs of the indexer of a model that has one
    OfIndexer ofIndexer() {
        return indexer.orElseThrow();
    }

    /// @return the inputs of a cache the model has
    OfCache of(Cache cache) {
        OfCache inputs = caches.get(cache);
        if (inputs == null) {
            throw new IllegalStateException("no layer reads this cache: " + cache);
        }
        return inputs;
    }

    /// Ends the hold on the inputs of a cache, before the last layer that reads it.
    void letGo(Cache cache) {
        OfCache inputs = of(cache);
        letGo(inputs.keyRotation());
        letGo(inputs.valueRotation());
        letGo(inputs.keyCells());
        letGo(inputs.valueCells());
        letGo(inputs.queryScale());
        letGo(inputs.mask());
        if (cache == Cache.LATENT) {
            indexer.ifPresent(own -> {
                letGo(own.rotation());
                letGo(own.keyCells());
                letGo(own.mask());
            });
        }
    }

    /// Ends the hold on an input, before the last piece that uses it.
    void letGo(int input) {
        if (input != NONE) {
            graph.letGo(input);
        }
    }
}
