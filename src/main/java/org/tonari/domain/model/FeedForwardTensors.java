package org.tonari.domain.model;

import java.util.ArrayList;
import java.util.List;
import org.tonari.domain.model.FeedForward.Dense;
import org.tonari.domain.model.FeedForward.MixtureOfExperts;

/// The matrices of one layer's feed-forward part.
final class FeedForwardTensors {
    private FeedForwardTensors() {}

    /// The roles of a network's two or three matrices.
    private record Roles(TensorRole gate, TensorRole up, TensorRole down) {
        static final Roles DENSE =
                new Roles(TensorRole.FEED_FORWARD_GATE, TensorRole.FEED_FORWARD_UP, TensorRole.FEED_FORWARD_DOWN);
        static final Roles EXPERTS = new Roles(TensorRole.EXPERT_GATE, TensorRole.EXPERT_UP, TensorRole.EXPERT_DOWN);
        static final Roles SHARED =
                new Roles(TensorRole.SHARED_EXPERT_GATE, TensorRole.SHARED_EXPERT_UP, TensorRole.SHARED_EXPERT_DOWN);
    }

    static List<WeightTensor> of(FeedForward feedForward, long hidden) {
        return switch (feedForward) {
            case Dense(long width, int matrices) -> network(Roles.DENSE, matrices, hidden, width, 1);
            case MixtureOfExperts mixture -> mixture(mixture, hidden);
            case FeedForward.None _ -> List.of();
        };
    }

    private static List<WeightTensor> mixture(MixtureOfExperts mixture, long hidden) {
        long input = mixture.inputSize();
        int matrices = mixture.matrices();
        var tensors = new ArrayList<WeightTensor>();
        tensors.add(WeightTensor.of(TensorRole.ROUTER, hidden, mixture.experts()));
        tensors.addAll(network(Roles.EXPERTS, matrices, input, mixture.width(), mixture.experts()));
        if (mixture.sharedWidth() > 0) {
            tensors.addAll(network(Roles.SHARED, matrices, hidden, mixture.sharedWidth(), 1));
        }
        if (mixture.parallelWidth() > 0) {
            tensors.addAll(network(Roles.DENSE, matrices, hidden, mixture.parallelWidth(), 1));
        }
        if (input != hidden) {
            tensors.add(WeightTensor.of(TensorRole.EXPERT_LATENT, hidden, input));
            tensors.add(WeightTensor.of(TensorRole.EXPERT_LATENT, input, hidden));
        }
        return tensors;
    }

    private static List<WeightTensor> network(Roles roles, int matrices, long input, long width, long copies) {
        var tensors = new ArrayList<WeightTensor>();
        if (matrices == 3) {
            tensors.add(new WeightTensor(roles.gate(), input, width, copies));
        }
        tensors.add(new WeightTensor(roles.up(), input, width, copies));
        tensors.add(new WeightTensor(roles.down(), width, input, copies));
        return tensors;
    }
}
