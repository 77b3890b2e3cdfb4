package org.tonari.engine.memory.compute;

import static org.tonari.engine.memory.compute.Graph.view;
import static org.tonari.engine.memory.compute.GraphInputs.NONE;

import org.tonari.domain.model.Attention.GatedDelta;
import org.tonari.domain.model.Attention.ShortConvolution;
import org.tonari.domain.model.Attention.StateSpace;
import org.tonari.engine.memory.compute.GraphTraits.Quirk;

/// The tensors of recurrent layers: gated delta rule (src/models/qwen35.cpp), first and second Mamba
/// (src/models/mamba-base.cpp).
final class RecurrentNodes {
    private final Graph graph;
    private final ForwardPass pass;
    private final int stateRows;
    private final long tokens;
    private final long sequences;

    RecurrentNodes(Graph graph, ForwardPass pass, GraphInputs inputs) {
        this.graph = graph;
        this.pass = pass;
        this.stateRows = inputs.stateRows();
        this.tokens = pass.tokens();
        this.sequences = pass.sequences();
    }

    /// @return channels the short convolution of a state-space layer runs over
    private static long channels(StateSpace space) {
        return switch (space.variant()) {
            case MAMBA_1 -> space.innerSize();
            case MAMBA_2 -> space.innerSize() + 2 * space.groups() * space.stateSize();
        };
    }

    /// @return the state of a state-space layer's convolution, read from the cache
    int convolutionState(StateSpace space) {
        return convolutionState(space.convolution(), channels(space));
    }

    private int convolutionState(long taps, long channels) {
        return graph.make(TensorName.CONVOLUTION_STATE, (taps - 1) * channels, sequences, view(stateRows));
    }

    private int convolutionInput(long taps, long channels, int state, int from) {
        long steps = (tokens / sequences + taps - 1) * sequences;
        int input = graph.make(TensorName.CONVOLUTION_INPUT, channels, steps, view(state), view(from));
        graph.store(view(input));
        return input;
    }

    /// @param normed the layer's input, normalised
    /// @return the layer's output, of the hidden size
    int add(GatedDelta delta, int normed) {
        long keyWidth = delta.keyHeads() * delta.keySize();
        long valueWidth = delta.valueHeads() * delta.valueSize();
        long channels = 2 * keyWidth + valueWidth;
        int held = convolutionState(delta.convolution(), channels);
        int mixed = graph.make(TensorName.RECURRENCE_INPUT, channels, tokens, normed);
        int input = convolutionInput(delta.convolution(), channels, held, mixed);
        long stateWidth = delta.keySize() * delta.valueSize() * delta.valueHeads();
        int state = graph.make(TensorName.RECURRENCE_STATE, stateWidth, sequences, view(stateRows));
        int convolved = graph.make(TensorName.CONVOLUTION_OUTPUT, channels, tokens, input);
        convolved = graph.remake(TensorName.CONVOLUTION_OUTPUT, channels, tokens, convolved);
        int queries = normed(TensorName.QUERIES, delta, convolved);
        int keys = normed(TensorName.KEYS, delta, convolved);
        boolean joined = pass.traits().has(Quirk.FUSED_DECAY_AND_RATE);
        int both = joined ? graph.make(TensorName.RECURRENCE_GATE, 2 * delta.valueHeads(), tokens, normed) : NONE;
        int decay = joined ? perHead(delta, view(both)) : perHead(delta, view(raw(delta, normed)));
        int rate = joined ? perHead(delta, view(both)) : perHead(delta, view(raw(delta, normed)));
        long elements = valueWidth * tokens + stateWidth * sequences;
        int output = graph.make(
                TensorName.RECURRENCE_OUTPUT,
                elements,
                1,
                queries,
                keys,
                view(convolved),
                view(decay),
                rate,
                view(state));
        graph.store(view(output));
        return gated(valueWidth, output, normed);
    }

    /// A gated short convolution (`build_shortconv_block` of src/models/lfm2.cpp).
    ///
    /// @param normed the layer's input, normalised
    /// @return the layer's output, of the hidden size
    int add(ShortConvolution layer, int normed) {
        long width = layer.width();
        int held = convolutionState(layer.convolution(), width);
        int mixed = graph.make(TensorName.RECURRENCE_INPUT, 3 * width, tokens, normed);
        int gatedInput = graph.make(TensorName.CONVOLUTION_INPUT, width, tokens, view(mixed), view(mixed));
        int input = convolutionInput(layer.convolution(), width, held, gatedInput);
        int convolved = graph.make(TensorName.CONVOLUTION_OUTPUT, width, tokens, view(input));
        int gated = graph.make(TensorName.RECURRENCE_OUTPUT, width, tokens, view(mixed), convolved);
        return graph.make(TensorName.ATTENTION_OUTPUT, pass.model().hiddenSize(), tokens, view(gated));
    }

    private int normed(TensorName name, GatedDelta delta, int convolved) {
        int heads = graph.make(name, delta.keyHeads() * delta.keySize(), tokens, view(convolved));
        boolean repeated = pass.traits().has(Quirk.REPEATED_KEY_HEADS) && delta.keyHeads() != delta.valueHeads();
        return repeated ? graph.make(name, delta.valueHeads() * delta.keySize(), tokens, view(heads)) : heads;
    }

    private int raw(GatedDelta delta, int normed) {
        return graph.make(TensorName.RECURRENCE_GATE, delta.valueHeads(), tokens, normed);
    }

    private int perHead(GatedDelta delta, int from) {
        return graph.make(TensorName.RECURRENCE_GATE, delta.valueHeads(), tokens, from);
    }

    private int gated(long width, int output, int normed) {
        int norm = graph.make(TensorName.RECURRENCE_OUTPUT, width, tokens, view(output));
        int gate = graph.make(TensorName.RECURRENCE_GATE, width, tokens, normed);
        gate = graph.make(TensorName.RECURRENCE_GATE, width, tokens, view(gate));
        int product = graph.remake(TensorName.RECURRENCE_OUTPUT, width, tokens, norm, gate);
        return graph.make(TensorName.ATTENTION_OUTPUT, pass.model().hiddenSize(), tokens, view(product));
    }

    /// @param held       the convolution's state
    /// @param normed     the layer's input, normalised
    /// @param afterStore run once the new state is stored
    /// @return the layer's output, of the hidden size
    int add(StateSpace space, int held, int normed, Runnable afterStore) {
        return switch (space.variant()) {
            case MAMBA_1 -> mamba1(space, held, normed, afterStore);
            case MAMBA_2 -> mamba2(space, held, normed, afterStore);
        };
    }

    private int mamba2(StateSpace space, int held, int normed, Runnable afterStore) {
        long inner = space.innerSize();
        long channels = channels(space);
        int mixed = graph.make(TensorName.RECURRENCE_INPUT, inner + channels + space.heads(), tokens, normed);
        int input = convolutionInput(space.convolution(), channels, held, mixed);
        int convolved = graph.make(TensorName.CONVOLUTION_OUTPUT, channels, tokens, input);
        int step = graph.make(TensorName.RECURRENCE_GATE, space.heads(), tokens, view(mixed));
        int output = scan(space, convolved, step, view(convolved), view(convolved));
        afterStore.run();
        int gate = graph.make(TensorName.RECURRENCE_GATE, inner, tokens, view(mixed));
        int direct = graph.make(TensorName.RECURRENCE_OUTPUT, inner, tokens, view(convolved));
        int sum = graph.remake(TensorName.RECURRENCE_OUTPUT, inner, tokens, view(output), direct);
        int gated = graph.make(TensorName.RECURRENCE_OUTPUT, inner, tokens, gate, sum);
        int norm = graph.make(TensorName.RECURRENCE_OUTPUT, inner, tokens, view(gated));
        return graph.make(TensorName.ATTENTION_OUTPUT, pass.model().hiddenSize(), tokens, view(norm));
    }

    /// The first Mamba maps the convolved input to its time step and maps, each normalised (src/models/jamba.cpp); no
    /// norm follows the gate.
    private int mamba1(StateSpace space, int held, int normed, Runnable afterStore) {
        long inner = space.innerSize();
        int mixed = graph.make(TensorName.RECURRENCE_INPUT, 2 * inner, tokens, view(normed));
        int input = convolutionInput(space.convolution(), inner, held, mixed);
        int convolved = graph.make(TensorName.CONVOLUTION_OUTPUT, inner, tokens, input);
        TensorName gates = TensorName.RECURRENCE_GATE;
        int maps = graph.make(gates, space.heads() + 2 * space.stateSize(), tokens, convolved);
        int rank = graph.make(gates, space.heads(), tokens, view(maps));
        int step = graph.make(gates, inner, tokens, rank);
        int inputMap = graph.make(gates, space.stateSize(), tokens, view(maps));
        int outputMap = graph.make(gates, space.stateSize(), tokens, view(maps));
        int output = scan(space, convolved, step, inputMap, outputMap);
        afterStore.run();
        int gate = graph.make(gates, inner, tokens, view(mixed));
        int direct = graph.remake(TensorName.RECURRENCE_OUTPUT, inner, tokens, convolved);
        int sum = graph.remake(TensorName.RECURRENCE_OUTPUT, inner, tokens, view(output), direct);
        int gated = graph.make(TensorName.RECURRENCE_OUTPUT, inner, tokens, gate, sum);
        return graph.make(TensorName.ATTENTION_OUTPUT, pass.model().hiddenSize(), tokens, gated);
    }

    private int scan(StateSpace space, int convolved, int step, int inputMap, int outputMap) {
        long elements = space.innerSize() * tokens + space.stateSize() * space.innerSize() * sequences;
        int output = graph.make(
                TensorName.RECURRENCE_OUTPUT, elements, 1, view(convolved), step, inputMap, outputMap, view(stateRows));
        graph.store(view(output));
        return output;
    }
}
