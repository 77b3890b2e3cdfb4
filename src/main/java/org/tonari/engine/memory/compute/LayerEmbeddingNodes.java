package org.tonari.engine.memory.compute;

import static org.tonari.engine.memory.compute.Graph.view;
import static org.tonari.engine.memory.compute.GraphInputs.NONE;

import org.tonari.domain.model.LayerGroup;
import org.tonari.domain.model.TensorRole;
import org.tonari.domain.model.WeightTensor;

/// The tensors of embeddings that every layer reads anew (`build_inp_per_layer` of src/models/gemma4.cpp). Nothing
/// where the model has none.
final class LayerEmbeddingNodes {
    private final Graph graph;
    private final ForwardPass pass;
    private final GraphInputs inputs;
    private final long width;
    private final long all;
    private final long hidden;
    private final long tokens;
    private int read = NONE;
    private int embedding = NONE;
    private int ofLayers = NONE;

    LayerEmbeddingNodes(Graph graph, ForwardPass pass, GraphInputs inputs) {
        this.graph = graph;
        this.pass = pass;
        this.inputs = inputs;
        this.width = width(pass);
        this.all = width * pass.model().layers();
        this.hidden = pass.model().hiddenSize();
        this.tokens = pass.tokens();
    }

    /// @return elements of a layer's own embedding, 0 where there is none
    static long width(ForwardPass pass) {
        long width = 0;
        for (LayerGroup group : pass.model().groups()) {
            for (WeightTensor adapter : group.adapters()) {
                if (adapter.role() == TensorRole.LAYER_EMBEDDING) {
                    width = Math.max(width, Math.min(adapter.columns(), adapter.rows()));
                }
            }
        }
        return width;
    }

    /// Reads the tokens' rows of the table.
    void read() {
        if (width > 0) {
            graph.letGo(inputs.layerTokens());
            int rows = graph.make(TensorName.LAYER_EMBEDDINGS, all, tokens, inputs.layerTokens());
            read = graph.make(TensorName.LAYER_EMBEDDINGS, all, tokens, view(rows));
        }
    }

    /// @param stream the embedding that the layers' own are mixed with, kept until they are
    void startFrom(int stream) {
        if (width > 0) {
            embedding = graph.hold(stream);
        }
    }

    /// @return the residual stream with the layer's own embedding added
    int add(int layer, int stream) {
        if (width == 0) {
            return stream;
        }
        int gate = graph.make(TensorName.LAYER_EMBEDDINGS, width, tokens, stream);
        gate = graph.remake(TensorName.LAYER_EMBEDDINGS, width, tokens, gate);
        if (ofLayers == NONE) {
            ofLayers = graph.hold(mixed());
        }
        if (layer == pass.model().layers() - 1) {
            graph.letGo(ofLayers);
        }
        gate = graph.remake(TensorName.LAYER_EMBEDDINGS, width, tokens, gate, view(ofLayers));
        int output = graph.make(TensorName.LAYER_EMBEDDINGS, hidden, tokens, gate);
        output = graph.remake(TensorName.LAYER_EMBEDDINGS, hidden, tokens, output);
        return graph.remake(TensorName.HIDDEN_STATE, hidden, tokens, stream, output);
    }

    private int mixed() {
        graph.letGo(embedding);
        int projected = graph.make(TensorName.LAYER_EMBEDDINGS, all, tokens, embedding);
        int normed = graph.make(TensorName.LAYER_EMBEDDINGS, all, tokens, view(projected));
        int sum = graph.remake(TensorName.LAYER_EMBEDDINGS, all, tokens, normed, read);
        return graph.make(TensorName.LAYER_EMBEDDINGS, all, tokens, view(sum));
    }
}
