package org.tonari.domain.model;

import java.util.ArrayList;
import java.util.List;

/// The weight matrices that a model's description implies.
///
/// Shapes follow the tensors of GGUF files (`gguf-py/gguf/tensor_mapping.py` of llama.cpp); where a published
/// checkpoint splits or joins them differently, the number of weights is the same.
public final class TensorTable {
    private TensorTable() {}

    /// @param model the model the layers belong to
    /// @param group some of its layers
    /// @return the matrices of one such layer, its small parameters last; without attention where that is
    /// undescribed
    public static List<WeightTensor> layer(LanguageModel model, LayerGroup group) {
        var tensors = new ArrayList<WeightTensor>();
        tensors.addAll(AttentionTensors.of(group.attention(), model.hiddenSize()));
        tensors.addAll(FeedForwardTensors.of(group.feedForward(), model.hiddenSize()));
        tensors.addAll(group.adapters());
        if (group.smallParameters() > 0) {
            tensors.add(WeightTensor.of(TensorRole.SMALL, group.smallParameters(), 1));
        }
        return List.copyOf(tensors);
    }

    /// @return the matrices outside the layers: embedding, head, lookup tables, and small parameters last
    public static List<WeightTensor> outer(LanguageModel model) {
        var tensors = new ArrayList<WeightTensor>();
        tensors.add(WeightTensor.of(TensorRole.TOKEN_EMBEDDING, model.hiddenSize(), model.vocabulary()));
        if (model.head() == LanguageModel.OutputHead.SEPARATE) {
            tensors.add(WeightTensor.of(TensorRole.OUTPUT_HEAD, model.hiddenSize(), model.vocabulary()));
        }
        for (LanguageModel.Extra extra : model.extras()) {
            if (extra.kind() == LanguageModel.Extra.Kind.LOOKUP_TABLE) {
                tensors.add(extra(model, extra));
            }
        }
        if (model.smallParameters() > 0) {
            tensors.add(WeightTensor.of(TensorRole.SMALL, model.smallParameters(), 1));
        }
        return List.copyOf(tensors);
    }

    /// @return an extra part as one matrix: a lookup table with a row for each token, anything else flat
    public static WeightTensor extra(LanguageModel model, LanguageModel.Extra extra) {
        TensorRole role =
                switch (extra.kind()) {
                    case VISION -> TensorRole.VISION;
                    case AUDIO -> TensorRole.AUDIO;
                    case MTP -> TensorRole.MTP;
                    case LOOKUP_TABLE -> TensorRole.LOOKUP_TABLE;
                };
        boolean byToken = role == TensorRole.LOOKUP_TABLE && extra.parameters() % model.vocabulary() == 0;
        return byToken
                ? WeightTensor.of(role, extra.parameters() / model.vocabulary(), model.vocabulary())
                : WeightTensor.of(role, extra.parameters(), 1);
    }

    /// @return the weights of the language model itself: layers, embedding, head and lookup tables, without vision,
    ///         audio and multi-token prediction
    public static long parameters(LanguageModel model) {
        long total = elements(outer(model));
        for (LayerGroup group : model.groups()) {
            total = Math.addExact(total, Math.multiplyExact(group.count(), elements(layer(model, group))));
        }
        return total;
    }

    private static long elements(List<WeightTensor> tensors) {
        long total = 0;
        for (WeightTensor tensor : tensors) {
            total = Math.addExact(total, tensor.elements());
        }
        return total;
    }
}
