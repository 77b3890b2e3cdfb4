package org.tonari.engine.memory.compute;

import static org.tonari.engine.memory.compute.Graph.view;
import static org.tonari.engine.memory.compute.GraphInputs.NONE;

import org.tonari.domain.model.Attention;
import org.tonari.domain.model.Attention.Heads;
import org.tonari.domain.model.FeedForward;
import org.tonari.domain.model.LayerGroup;
import org.tonari.engine.memory.compute.GraphTraits.OutputRows;
import org.tonari.engine.memory.compute.GraphTraits.Quirk;

/// The graph of one forward pass, layer by layer, replayed as it is built.
final class ForwardGraph {
    private final ForwardPass pass;
    private final Graph graph;
    private final GraphInputs inputs;
    private final LayerSequence layers;
    private final LayerEmbeddingNodes layerEmbeddings;
    private final long hidden;
    private int stream;
    private int convolutionState = NONE;
    private long tokens;

    private ForwardGraph(ForwardPass pass, Stretch stretch) {
        this.pass = pass;
        this.graph = new Graph(stretch);
        this.inputs = new GraphInputs(graph, pass, stretch);
        this.layers = new LayerSequence(pass, inputs);
        this.layerEmbeddings = new LayerEmbeddingNodes(graph, pass, inputs);
        this.hidden = pass.model().hiddenSize();
        this.tokens = pass.tokens();
    }

    /// @param steps of [LlamaCells#STEP] cells that a stream has in layers that remember everything
    /// @return the buffer that the replayed graph comes to
    static GrowingBuffer buffer(ForwardPass pass, long steps) {
        var forward = new ForwardGraph(pass, new Stretch(steps));
        forward.embedding();
        int layer = 0;
        while (layer < pass.model().layers()) {
            forward.layer(layer);
            layer = forward.layers.after(layer, forward.graph.state(forward.stream, forward.convolutionState));
        }
        forward.head();
        return forward.graph.buffer();
    }

    private void embedding() {
        inputs.letGo(inputs.tokens());
        stream = graph.make(TensorName.HIDDEN_STATE, hidden, tokens, inputs.tokens());
        layerEmbeddings.read();
        if (pass.traits().has(Quirk.SCALED_EMBEDDING)) {
            stream = graph.remake(TensorName.HIDDEN_STATE, hidden, tokens, stream);
        }
        layerEmbeddings.startFrom(stream);
        graph.replay();
    }

    private void layer(int layer) {
        LayerGroup group = pass.model().layer(layer);
        boolean last = layer == pass.model().layers() - 1;
        letGo(layer, group.attention());
        if (group.attention() instanceof Attention.StateSpace space && convolutionState == NONE) {
            convolutionState = recurrent().convolutionState(space);
        }
        attention(layer, group, last);
        feedForward(layer, group, last);
        graph.replay();
    }

    private void letGo(int layer, Attention attention) {
        if (attention instanceof Attention.SparseLatentAttention) {
            inputs.letGo(inputs.ofIndexer().choices()[layer]);
        }
        GraphInputs.cacheOf(attention).ifPresent(cache -> {
            if (layers.isLastReader(layer, cache)) {
                inputs.letGo(cache);
            }
        });
        if (layers.isLastRotation(layer)) {
            inputs.letGo(inputs.positions());
        }
        if (layers.isLastRecurrence(layer)) {
            inputs.letGo(inputs.stateRows());
        }
    }

    private void attention(int layer, LayerGroup group, boolean last) {
        Attention attention = group.attention();
        if (attention instanceof Attention.None) {
            return;
        }
        boolean picks = last && pass.traits().outputRows() == OutputRows.LAST_ATTENTION;
        boolean streamFirst = pass.traits().has(Quirk.STREAM_BEFORE_ATTENTION);
        int output = output(layer, attention, normed(TensorName.ATTENTION_NORM), () -> {
            if (!(group.feedForward() instanceof FeedForward.MixtureOfExperts)) {
                readAhead(layer);
            }
            if (picks && streamFirst) {
                stream = pickedRows(TensorName.HIDDEN_STATE, stream);
            }
        });
        boolean postNorm = pass.traits().has(Quirk.POST_NORMS);
        if (picks) {
            inputs.letGo(inputs.outputRows());
            tokens = pass.outputs();
            output = pickedRows(TensorName.ATTENTION_OUTPUT, output);
        }
        output = postNorm ? graph.remake(TensorName.ATTENTION_OUTPUT, hidden, tokens, output) : output;
        if (picks && !streamFirst) {
            stream = pickedRows(TensorName.HIDDEN_STATE, stream);
        }
        addToStream(isReadThroughView(attention) ? view(output) : output, Quirk.STREAM_BEFORE_ATTENTION);
    }

    private int pickedRows(TensorName name, int tensor) {
        return graph.make(name, hidden, pass.outputs(), tensor, inputs.outputRows());
    }

    private static boolean isReadThroughView(Attention attention) {
        return attention instanceof Attention.GatedDelta
                || (attention instanceof Attention.StateSpace space
                        && space.variant() == Attention.StateSpace.Variant.MAMBA_1);
    }

    private int normed(TensorName name) {
        return pass.traits().has(Quirk.NO_PRE_NORMS) ? stream : graph.make(name, hidden, tokens, stream);
    }

    private void addToStream(int output, Quirk streamFirst) {
        stream = pass.traits().has(streamFirst)
                ? graph.remake(TensorName.HIDDEN_STATE, hidden, tokens, stream, output)
                : graph.remake(TensorName.HIDDEN_STATE, hidden, tokens, output, stream);
    }

    private int output(int layer, Attention attention, int normed, Runnable afterStore) {
        return switch (attention) {
            case Attention.FullAttention(Heads heads) ->
                softmax(GraphInputs.Cache.FULL, heads).add(normed, afterStore);
            case Attention.SlidingWindowAttention(Heads heads, long _) ->
                softmax(GraphInputs.Cache.WINDOWED, heads).add(normed, afterStore);
            case Attention.ChunkedAttention(Heads heads, long _) ->
                softmax(GraphInputs.Cache.WINDOWED, heads).add(normed, afterStore);
            case Attention.LatentAttention latent -> new LatentNodes(graph, pass, inputs, latent).add(normed);
            case Attention.SparseLatentAttention sparse ->
                new LatentNodes(graph, pass, inputs, sparse.latent())
                        .add(normed, new IndexerNodes(graph, pass, inputs, sparse, layer));
            case Attention.StateSpace space -> {
                int held = convolutionState;
                convolutionState = NONE;
                yield recurrent().add(space, held, normed, afterStore);
            }
            case Attention.GatedDelta delta -> recurrent().add(delta, normed);
            case Attention.ShortConvolution convolution -> recurrent().add(convolution, normed);
            case Attention.None _, Attention.Undescribed _ -> normed;
        };
    }

    private SoftmaxNodes softmax(GraphInputs.Cache cache, Heads heads) {
        return new SoftmaxNodes(graph, pass, inputs, cache, heads);
    }

    private RecurrentNodes recurrent() {
        return new RecurrentNodes(graph, pass, inputs);
    }

    private void feedForward(int layer, LayerGroup group, boolean last) {
        if (group.feedForward() instanceof FeedForward.None) {
            return;
        }
        int output = output(layer, group.feedForward());
        if (pass.traits().has(Quirk.POST_NORMS)) {
            output = graph.remake(TensorName.FFN_DOWN, hidden, tokens, output);
        }
        addToStream(output, Quirk.STREAM_BEFORE_FEED_FORWARD);
        stream = layerEmbeddings.add(layer, stream);
        if (last && pass.traits().outputRows() == OutputRows.LAST_LAYER) {
            graph.keep(stream);
        }
    }

    private int output(int layer, FeedForward network) {
        var nodes = new FeedForwardNodes(graph, pass, tokens);
        return switch (network) {
            case FeedForward.Dense dense -> nodes.add(dense, normed(TensorName.FFN_NORM));
            case FeedForward.MixtureOfExperts experts ->
                experts.parallelWidth() > 0
                        ? nodes.addBeside(experts, stream)
                        : nodes.add(experts, normed(TensorName.FFN_NORM), () -> readAhead(layer));
            case FeedForward.None _ -> stream;
        };
    }

    /// Reads the state of the next layer's convolution, where that is a state-space layer: llama.cpp adds this read to
    /// the graph before what stands behind the last cache store, or the experts, of the layer in front.
    private void readAhead(int layer) {
        if (convolutionState == NONE && layers.next(layer) instanceof Attention.StateSpace space) {
            convolutionState = recurrent().convolutionState(space);
        }
    }

    private void head() {
        long rows = pass.outputs();
        if (pass.traits().outputRows() == OutputRows.LAST_NORM) {
            inputs.letGo(inputs.outputRows());
            int norm = graph.remake(TensorName.HIDDEN_STATE, hidden, tokens, stream);
            int all = graph.keep(graph.remake(TensorName.HIDDEN_STATE, hidden, tokens, norm));
            stream = graph.keep(graph.make(TensorName.HIDDEN_STATE, hidden, rows, all, inputs.outputRows()));
        } else {
            pickRows(rows);
            stream = graph.remake(TensorName.HIDDEN_STATE, hidden, rows, stream);
            stream = graph.keep(graph.remake(TensorName.HIDDEN_STATE, hidden, rows, stream));
        }
        graph.keep(graph.make(TensorName.LOGITS, pass.model().vocabulary(), rows, stream));
        graph.replay();
    }

    /// Picks the rows of asked-for outputs, where the last layer has not.
    private void pickRows(long rows) {
        boolean picked = pass.traits().outputRows() == OutputRows.LAST_ATTENTION && isPickedByLastLayer();
        if (!picked) {
            inputs.letGo(inputs.outputRows());
            stream = graph.make(TensorName.HIDDEN_STATE, hidden, rows, stream, inputs.outputRows());
        }
    }

    private boolean isPickedByLastLayer() {
        return !(pass.model().layer(pass.model().layers() - 1).attention() instanceof Attention.None);
    }
}
