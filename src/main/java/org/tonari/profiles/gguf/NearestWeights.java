package org.tonari.profiles.gguf;

import java.util.EnumMap;
import java.util.Map;

/// The weight format whose kernels read most of a file.
final class NearestWeights {
    /// `LLAMA_FTYPE_MOSTLY_Q4_K_S` of `include/llama.h`.
    private static final long Q4_K_S = 14;

    private NearestWeights() {}

    /// @return the id of the shipped format nearest to what most weights are stored in
    static String of(GgufFile file) {
        var elements = new EnumMap<TensorType, Long>(TensorType.class);
        for (GgufTensor tensor : file.tensors()) {
            if (!tensor.isVector()) {
                elements.merge(tensor.type(), tensor.elements(), Long::sum);
            }
        }
        TensorType most = elements.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(TensorType.F32);
        boolean small = most == TensorType.Q4_K
                && file.metadata().whole("general.file_type", Integer.MAX_VALUE).orElse(0) == Q4_K_S;
        return small ? "q4_k_s" : most.weights();
    }
}
