package org.tonari.engine.memory.compute;

import static org.tonari.engine.memory.compute.Graph.view;

import org.tonari.domain.model.FeedForward.Dense;
import org.tonari.domain.model.FeedForward.MixtureOfExperts;
import org.tonari.engine.memory.compute.GraphTraits.Quirk;

/// The tensors of feed-forward networks (`build_ffn`, `build_moe_ffn` of src/llama-graph.cpp).
final class FeedForwardNodes {
    private static final int GATED = 3;

    private final Graph graph;
    private final ForwardPass pass;
    private final long tokens;

    /// @param tokens tokens the network sees: all of the step, or only those asked for
    FeedForwardNodes(Graph graph, ForwardPass pass, long tokens) {
        this.graph = graph;
        this.pass = pass;
        this.tokens = tokens;
    }

    /// @param normed the network's input, normalised
    /// @return its output, of the hidden size
    int add(Dense dense, int normed) {
        return dense(dense.width(), dense.matrices(), normed);
    }

    private int dense(long width, int matrices, int normed) {
        if (matrices < GATED) {
            int up = graph.make(TensorName.FFN_UP, width, tokens, normed);
            return graph.make(TensorName.FFN_DOWN, pass.model().hiddenSize(), tokens, up);
        }
        int product = product(width, normed);
        return graph.make(TensorName.FFN_DOWN, pass.model().hiddenSize(), tokens, product);
    }

    private int product(long width, int normed) {
        if (pass.traits().has(Quirk.FUSED_GATE_AND_UP)) {
            int both = graph.make(TensorName.FFN_UP, 2 * width, tokens, normed);
            return graph.make(TensorName.FFN_ACTIVATION, width, tokens, both);
        }
        int gate = graph.make(TensorName.FFN_GATE, width, tokens, normed);
        int up = graph.make(TensorName.FFN_UP, width, tokens, normed);
        return graph.make(TensorName.FFN_ACTIVATION, width, tokens, gate, up);
    }

    /// @param normed      the network's input, normalised
    /// @param afterRouted run between the experts and the shared expert
    /// @return its output, of the hidden size
    int add(MixtureOfExperts experts, int normed, Runnable afterRouted) {
        int routed = routed(experts, normed);
        afterRouted.run();
        long hidden = pass.model().hiddenSize();
        int output = experts.inputSize() == hidden ? routed : graph.make(TensorName.EXPERT_SUM, hidden, tokens, routed);
        if (experts.sharedWidth() == 0) {
            return output;
        }
        int shared = dense(experts.sharedWidth(), experts.matrices(), normed);
        if (pass.traits().has(Quirk.GATED_SHARED_EXPERT)) {
            int gate = graph.make(TensorName.SHARED_EXPERT_GATE, 1, tokens, normed);
            gate = graph.remake(TensorName.SHARED_EXPERT_GATE, 1, tokens, gate);
            shared = graph.remake(TensorName.FFN_DOWN, hidden, tokens, shared, gate);
        }
        return graph.remake(TensorName.EXPERT_SUM, hidden, tokens, output, shared);
    }

    /// Experts beside a dense network, each with norms of its own (src/models/gemma4.cpp): gate and inner elements of
    /// an expert come from one projection, and what it gives is scaled.
    ///
    /// @param stream the residual stream
    /// @return the sum of both, of the hidden size
    int addBeside(MixtureOfExperts experts, int stream) {
        long hidden = pass.model().hiddenSize();
        long active = experts.active();
        int routed = graph.make(TensorName.FFN_NORM, hidden, tokens, stream);
        int probabilities = graph.make(TensorName.EXPERT_PROBABILITIES, experts.experts(), tokens, routed);
        int choice = graph.make(TensorName.EXPERT_CHOICE, experts.experts(), tokens, probabilities);
        int weights = weights(active, probabilities, choice);
        int normed = graph.make(TensorName.FFN_NORM, hidden, tokens, stream);
        long inner = active * experts.width();
        int both = graph.make(TensorName.EXPERT_UP, 2 * inner, tokens, view(normed), view(choice));
        int product = graph.make(TensorName.EXPERT_ACTIVATION, inner, tokens, view(both), view(both));
        int down = graph.make(TensorName.EXPERT_DOWN, active * hidden, tokens, product, view(choice));
        int scales = graph.make(TensorName.EXPERT_WEIGHTS, experts.experts(), tokens);
        int scale = graph.make(TensorName.EXPERT_WEIGHTS, active, tokens, scales, view(choice));
        down = graph.remake(TensorName.EXPERT_DOWN, active * hidden, tokens, down, scale);
        down = graph.remake(TensorName.EXPERT_DOWN, active * hidden, tokens, down, view(weights));
        int sum = sum(experts, down);
        int beside = dense(
                experts.parallelWidth(), experts.matrices(), graph.make(TensorName.FFN_NORM, hidden, tokens, stream));
        return graph.remake(TensorName.FFN_DOWN, hidden, tokens, beside, sum);
    }

    private int routed(MixtureOfExperts experts, int normed) {
        long active = experts.active();
        int probabilities = graph.make(TensorName.EXPERT_PROBABILITIES, experts.experts(), tokens, normed);
        boolean byBias = pass.traits().has(Quirk.SELECTION_BIAS);
        boolean byLogits = pass.traits().has(Quirk.CHOICE_BY_LOGITS);
        int second = byBias || byLogits
                ? graph.make(TensorName.EXPERT_PROBABILITIES, experts.experts(), tokens, probabilities)
                : probabilities;
        int ranked = byBias ? second : probabilities;
        int choice = graph.make(TensorName.EXPERT_CHOICE, experts.experts(), tokens, ranked);
        int weights = weights(active, byLogits ? second : probabilities, choice);
        long width = active * experts.inputSize();
        boolean weighsFirst = pass.traits().has(Quirk.WEIGHTS_BEFORE_EXPERTS);
        int read = experts.inputSize() == pass.model().hiddenSize()
                ? normed
                : graph.make(TensorName.EXPERT_INPUT, experts.inputSize(), tokens, normed);
        int inner = inner(experts, weighsFirst ? weighted(width, read, weights) : view(read), choice);
        int down = graph.make(TensorName.EXPERT_DOWN, width, tokens, inner, view(choice));
        down = biased(TensorName.EXPERT_DOWN, width, down, choice);
        down = weighsFirst ? down : graph.remake(TensorName.EXPERT_DOWN, width, tokens, down, view(weights));
        return sum(experts, down);
    }

    private int weighted(long width, int normed, int weights) {
        int repeated = graph.make(TensorName.EXPERT_INPUT, width, tokens, view(normed));
        return graph.remake(TensorName.EXPERT_INPUT, width, tokens, repeated, weights);
    }

    private int weights(long active, int probabilities, int choice) {
        TensorName name = TensorName.EXPERT_WEIGHTS;
        int weights = graph.make(name, active, tokens, view(probabilities), view(choice));
        if (pass.traits().has(Quirk.SOFTMAX_OF_CHOSEN)) {
            return graph.make(name, active, tokens, view(weights));
        }
        if (!pass.traits().has(Quirk.PLAIN_EXPERT_WEIGHTS)) {
            int total = graph.make(name, 1, tokens, view(weights));
            weights = graph.make(name, active, tokens, view(weights), total);
        }
        return pass.traits().has(Quirk.SCALED_EXPERT_WEIGHTS)
                ? graph.make(name, active, tokens, view(weights))
                : weights;
    }

    private int inner(MixtureOfExperts experts, int input, int choice) {
        long width = experts.active() * experts.width();
        if (experts.matrices() < GATED) {
            int up = graph.make(TensorName.EXPERT_UP, width, tokens, input, view(choice));
            return biased(TensorName.EXPERT_UP, width, up, choice);
        }
        int gate = graph.make(TensorName.EXPERT_GATE, width, tokens, input, view(choice));
        gate = biased(TensorName.EXPERT_GATE, width, gate, choice);
        int up = graph.make(TensorName.EXPERT_UP, width, tokens, input, view(choice));
        up = biased(TensorName.EXPERT_UP, width, up, choice);
        return graph.make(TensorName.EXPERT_ACTIVATION, width, tokens, gate, up);
    }

    private int biased(TensorName name, long width, int tensor, int choice) {
        return pass.traits().has(Quirk.EXPERT_BIAS) ? graph.remake(name, width, tokens, tensor, view(choice)) : tensor;
    }

    /// Adds up the chosen experts' outputs, each read through a view.
    private int sum(MixtureOfExperts experts, int down) {
        if (experts.active() == 1) {
            return graph.make(TensorName.EXPERT_SUM, experts.inputSize(), tokens, view(down));
        }
        int sum = graph.make(TensorName.EXPERT_SUM, experts.inputSize(), tokens, view(down), view(down));
        for (long i = 2; i < experts.active(); i++) {
            sum = graph.remake(TensorName.EXPERT_SUM, experts.inputSize(), tokens, sum, view(down));
        }
        return sum;
    }
}
