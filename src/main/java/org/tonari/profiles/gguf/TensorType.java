package org.tonari.profiles.gguf;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// How ggml packs a tensor: so many elements in so many bytes (`enum ggml_type` and `type_traits` of ggml).
enum TensorType {
    F32(0, 1, 4, "f32"),
    F16(1, 1, 2, "f16"),
    Q4_0(2, 32, 18, "q4_0"),
    Q4_1(3, 32, 20, "q4_0"),
    Q5_0(6, 32, 22, "q5_0"),
    Q5_1(7, 32, 24, "q5_0"),
    Q8_0(8, 32, 34, "q8_0"),
    Q8_1(9, 32, 36, "q8_0"),
    Q2_K(10, 256, 84, "q2_k"),
    Q3_K(11, 256, 110, "q3_k_m"),
    Q4_K(12, 256, 144, "q4_k_m"),
    Q5_K(13, 256, 176, "q5_k_m"),
    Q6_K(14, 256, 210, "q6_k"),
    Q8_K(15, 256, 292, "q8_0"),
    IQ2_XXS(16, 256, 66, "q2_k"),
    IQ2_XS(17, 256, 74, "q2_k"),
    IQ3_XXS(18, 256, 98, "iq3_m"),
    IQ1_S(19, 256, 50, "q2_k"),
    IQ4_NL(20, 32, 18, "iq4_xs"),
    IQ3_S(21, 256, 110, "iq3_m"),
    IQ2_S(22, 256, 82, "q2_k"),
    IQ4_XS(23, 256, 136, "iq4_xs"),
    I8(24, 1, 1, "q8_0"),
    I16(25, 1, 2, "f16"),
    I32(26, 1, 4, "f32"),
    I64(27, 1, 8, "f32"),
    F64(28, 1, 8, "f32"),
    IQ1_M(29, 256, 56, "q2_k"),
    BF16(30, 1, 2, "bf16"),
    /// Repacked forms of `Q4_0` that llama.cpp has since removed.
    Q4_0_4_4(31, 32, 18, "q4_0"),
    Q4_0_4_8(32, 32, 18, "q4_0"),
    Q4_0_8_8(33, 32, 18, "q4_0"),
    TQ1_0(34, 256, 54, "q2_k"),
    TQ2_0(35, 256, 66, "q2_k"),
    /// Repacked forms of `IQ4_NL` that llama.cpp has since removed.
    IQ4_NL_4_4(36, 32, 18, "iq4_xs"),
    IQ4_NL_4_8(37, 32, 18, "iq4_xs"),
    IQ4_NL_8_8(38, 32, 18, "iq4_xs"),
    MXFP4(39, 32, 17, "mxfp4"),
    NVFP4(40, 64, 36, "mxfp4"),
    Q1_0(41, 128, 18, "q2_k"),
    Q2_0(42, 64, 18, "q2_k");

    private static final Map<Long, TensorType> BY_ID =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(type -> type.id, Function.identity()));

    private final long id;
    private final long blockElements;
    private final long blockBytes;
    private final String weights;

    TensorType(long id, long blockElements, long blockBytes, String weights) {
        this.id = id;
        this.blockElements = blockElements;
        this.blockBytes = blockBytes;
        this.weights = weights;
    }

    /// @return the type of that number in a file, if ggml knows one
    static Optional<TensorType> of(long id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    /// @return elements in a block
    long blockElements() {
        return blockElements;
    }

    /// @return bytes of a block
    long blockBytes() {
        return blockBytes;
    }

    /// @return id of the shipped weight format whose matrices are mostly of this type, or of the nearest one
    String weights() {
        return weights;
    }
}
