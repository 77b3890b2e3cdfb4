package org.tonari.domain;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.tonari.explain.Source;

/// How a model's weights are stored: a block format for each tensor, chosen by its role and its layer.
///
/// @param id           such as `q4_k_m`
/// @param name         as shown, such as `Q4_K_M`
/// @param container    what kind of file carries it
/// @param kernelFamily which kernels read it, and so which calibration applies: `16bit`, `8bit`, `4bit`, `fp4`
/// @param fallbacks    for a block format whose length does not divide a row, the one taken instead
/// @param rules        tried in order; the first whose conditions hold decides. The last one always holds
/// @param source       who states it
public record WeightFormat(
        String id,
        String name,
        Container container,
        String kernelFamily,
        Map<String, BlockFormat> fallbacks,
        List<Rule> rules,
        Source source) {

    /// What kind of file carries a format; runtimes read some and not others.
    public enum Container {
        GGUF,
        SAFETENSORS,
        MLX
    }

    /// One choice of a block format.
    ///
    /// @param roles     the tensors it is about; all where empty
    /// @param layers    the layers it is about
    /// @param condition the models it is about
    /// @param block     the format taken
    public record Rule(Set<TensorRole> roles, LayerSelection layers, ModelCondition condition, BlockFormat block) {
        public Rule {
            roles = Set.copyOf(roles);
            Objects.requireNonNull(layers);
            Objects.requireNonNull(condition);
            Objects.requireNonNull(block);
        }
    }

    /// Which layers a rule is about, in llama.cpp's own terms (`src/llama-quant.cpp`).
    public enum LayerSelection {
        ALL,
        /// The first eighth, the last eighth, and every third between (`use_more_bits`).
        MORE_BITS,
        /// The first eighth.
        FIRST_EIGHTH,
        /// The first sixteenth.
        FIRST_SIXTEENTH
    }

    /// Which models a rule is about.
    public enum ModelCondition {
        ANY,
        /// The output head reuses the embedding.
        TIED_HEAD,
        /// Exactly eight experts.
        EIGHT_EXPERTS,
        /// At least one layer of experts.
        MIXTURE_OF_EXPERTS,
        /// Eighty layers with eight key/value heads: llama.cpp's test for a 70B model.
        SEVENTY_B,
        /// At least four query heads share a key/value head.
        GROUPED_BY_FOUR
    }

    public WeightFormat {
        Objects.requireNonNull(container);
        fallbacks = Map.copyOf(fallbacks);
        rules = List.copyOf(rules);
        if (rules.isEmpty()) {
            throw new IllegalArgumentException(id + " needs at least one rule");
        }
    }
}
