package org.tonari.engine.memory.compute;

import static org.tonari.engine.memory.compute.Graph.view;
import static org.tonari.engine.memory.compute.GraphInputs.NONE;

import org.tonari.domain.model.Attention.Heads;
import org.tonari.domain.model.Attention.Trait;
import org.tonari.engine.memory.compute.GraphTraits.Quirk;

/// The tensors of softmax attention over heads (`build_attn`, `build_attn_mha` of src/llama-graph.cpp).
final class SoftmaxNodes {
    private static final long HALF = 2;

    private final Graph graph;
    private final ForwardPass pass;
    private final GraphInputs inputs;
    private final GraphInputs.Cache kind;
    private final GraphInputs.OfCache cache;
    private final Heads heads;
    private final long queryWidth;
    private final long outputWidth;
    private final long tokens;

    SoftmaxNodes(Graph graph, ForwardPass pass, GraphInputs inputs, GraphInputs.Cache kind, Heads heads) {
        this.graph = graph;
        this.pass = pass;
        this.inputs = inputs;
        this.kind = kind;
        this.cache = inputs.of(kind);
        this.heads = heads;
        this.queryWidth = heads.query() * heads.keySize();
        this.outputWidth = heads.query() * heads.valueSize();
        this.tokens = pass.tokens();
    }

    /// @param normed    the layer's input, normalised
    /// @param afterHead run once the heads have looked, before their output is projected
    /// @return the attention's output, of the hidden size
    int add(int normed, Runnable afterHead) {
        boolean gated = heads.traits().contains(Trait.OUTPUT_GATE);
        int raw = pass.traits().has(Quirk.FUSED_PROJECTIONS)
                ? graph.make(TensorName.QUERIES_KEYS_VALUES, queryWidth + keysAndValues(), tokens, normed)
                : graph.make(TensorName.QUERIES, gated ? 2 * queryWidth : queryWidth, tokens, normed);
        int queries = rotated(queries(raw, gated), cache.keyRotation(), queryWidth);
        if (pass.traits().has(Quirk.FUSED_PROJECTIONS)) {
            store(keys(raw), rotatedValues(raw));
        } else if (heads.ownsCache()) {
            storeKeysAndValues(normed);
        }
        int looked = pass.isFused() ? fused(queries) : unfused(queries);
        afterHead.run();
        int output = pass.isFused() ? rotatedBack(looked) : looked;
        if (gated) {
            int gate = graph.make(TensorName.QUERY_GATE, queryWidth, tokens, view(raw));
            gate = graph.remake(TensorName.QUERY_GATE, queryWidth, tokens, gate);
            int left = pass.isFused() ? view(output) : output;
            int product = graph.remake(TensorName.QUERY_GATE, outputWidth, tokens, left, gate);
            return graph.make(TensorName.ATTENTION_OUTPUT, pass.model().hiddenSize(), tokens, product);
        }
        return graph.make(TensorName.ATTENTION_OUTPUT, pass.model().hiddenSize(), tokens, view(output));
    }

    private long keysAndValues() {
        return heads.keyWidth() + heads.valueWidth();
    }

    private void storeKeysAndValues(int normed) {
        if (heads.traits().contains(Trait.KEY_IS_VALUE)) {
            int both = graph.make(TensorName.VALUES, heads.valueWidth(), tokens, normed);
            int keys = keys(both);
            store(keys, values(both));
        } else if (pass.traits().has(Quirk.KEYS_BEFORE_VALUES)) {
            int keys = keys(rawKeys(normed));
            store(keys, values(rawValues(normed)));
        } else {
            int values = values(rawValues(normed));
            store(keys(rawKeys(normed)), values);
        }
    }

    private int rawKeys(int normed) {
        return graph.make(TensorName.KEYS, heads.keyWidth(), tokens, normed);
    }

    private int rawValues(int normed) {
        return graph.make(TensorName.VALUES, heads.valueWidth(), tokens, normed);
    }

    private int keys(int raw) {
        return rotated(copied(raw, TensorName.KEYS, heads.keyWidth(), false), cache.keyRotation(), heads.keyWidth());
    }

    private int values(int raw) {
        return rotatedValues(
                pass.traits().has(Quirk.VALUE_NORM)
                        ? graph.make(TensorName.VALUES, heads.valueWidth(), tokens, view(raw))
                        : raw);
    }

    private int rotatedValues(int raw) {
        return cache.valueRotation() == NONE
                ? raw
                : graph.make(TensorName.VALUES, heads.valueWidth(), tokens, cache.valueRotation(), view(raw));
    }

    private void store(int keys, int values) {
        graph.store(view(keys), cache.keyCells());
        graph.store(view(values), cache.valueCells());
    }

    private int queries(int raw, boolean gated) {
        return cache.queryScale() == NONE
                ? copied(raw, TensorName.QUERIES, queryWidth, gated)
                : graph.make(TensorName.QUERIES, queryWidth, tokens, view(raw), cache.queryScale());
    }

    /// Norm and rotary embedding read the projection through a view, so they make a second tensor.
    private int copied(int raw, TensorName name, long width, boolean always) {
        if (inputs.rotates(kind)) {
            return graph.make(name, width, tokens, view(raw), inputs.positions());
        }
        boolean copies = always || (pass.traits().has(Quirk.QUERY_KEY_NORM) && cache.queryScale() == NONE);
        return copies ? graph.make(name, width, tokens, view(raw)) : raw;
    }

    private int rotated(int tensor, int rotation, long width) {
        return rotation == NONE ? tensor : graph.make(graph.name(tensor), width, tokens, rotation, view(tensor));
    }

    private int fused(int queries) {
        Extent cells = cache.cells().times(pass.streams());
        int from = view(queries);
        int keys = pass.keys().isConverted()
                ? graph.makeOf(TensorName.CONVERTED_KEYS, heads.keyWidth(), cells, HALF)
                : NONE;
        int values = pass.values().isConverted()
                ? graph.makeOf(TensorName.CONVERTED_VALUES, heads.valueWidth(), cells, HALF)
                : NONE;
        return flash(from, keys, values);
    }

    private int rotatedBack(int output) {
        return cache.valueRotation() == NONE
                ? output
                : graph.make(
                        TensorName.FLASH_ATTENTION_OUTPUT, outputWidth, tokens, cache.valueRotation(), view(output));
    }

    private int flash(int queries, int keys, int values) {
        TensorName name = TensorName.FLASH_ATTENTION_OUTPUT;
        if (keys != NONE && values != NONE) {
            return graph.make(name, outputWidth, tokens, queries, keys, values, cache.mask());
        }
        if (keys != NONE || values != NONE) {
            return graph.make(name, outputWidth, tokens, queries, Math.max(keys, values), cache.mask());
        }
        return graph.make(name, outputWidth, tokens, queries, cache.mask());
    }

    private int unfused(int queries) {
        Extent scores = cache.cells().times(heads.query());
        int kq = graph.make(TensorName.KQ, scores, tokens, view(queries));
        kq = graph.remake(TensorName.KQ, scores, tokens, kq, cache.mask());
        int kqv = graph.make(TensorName.KQV, outputWidth, tokens, kq);
        return graph.make(TensorName.KQV, outputWidth, tokens, view(kqv));
    }
}
